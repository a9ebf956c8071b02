import limits from "../limits.json";

/** A certificate may be in a file as bytes (DER) too: those are no PEM. */
export const isText = (read: string): boolean => !/[\0-\x08\x0e-\x1f\ufffd]/.test(read);

export type PemProblem = "private" | "long" | "form";

/** On lines of its own; text around it is for people (RFC 7468, 5.2). */
const BLOCK = /(?<=^|[\r\n])[\ufeff \t]*-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----[ \t]*(?=$|[\r\n])/g;
const BOUNDARY = /-{2,}\s*(BEGIN|END)\b/gi;
/** As in the server's class PrivateKeyText. */
const PRIVATE =
  /(BEGIN|END)[\s_-]{1,9}([A-Z0-9]{1,12}[\s_]{1,9}){0,3}PRIVATE[\s_-]{0,9}KEY|PRIVATE-(LINES|MAC|KEY)\s{0,9}:|\b(privateExponent|exponent1|coefficient)\s{0,9}:|<InverseQ>|"d"\s{0,9}:\s{0,9}"|b3BlbnNzaC1rZXktdjE/i;

/** Says what is wrong before anything is sent, above all a private key: it must not travel. */
export function pemProblem(text: string): PemProblem | undefined {
  if (PRIVATE.test(text) || hasBytesOfPrivateKey(text.replace(BLOCK, "\n"))) {
    return "private";
  }
  if (text.length > limits.pem) {
    return "long";
  }
  const [block, ...more] = text.matchAll(BLOCK);
  const sound = block && more.length === 0 && text.match(BOUNDARY)?.length === 2;
  return sound && /^(PUBLIC KEY|CERTIFICATE)$/.test(block[1] ?? "") && /\S/.test(block[2] ?? "") ? undefined : "form";
}

/** A private key begins with its version, whether the lines around it are there or not; public keys and certificates do not. */
function hasBytesOfPrivateKey(text: string): boolean {
  return [...text.matchAll(/(?<![A-Za-z0-9+/])M[A-Za-z0-9+/]{15}/g)].some(([base64]) => {
    const der = Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    const [sequence = 0, length = 0] = der;
    const first = 2 + (length > 127 ? length - 128 : 0);
    const [type = 0, size = 0, version = 9] = der.slice(first);
    return sequence === 0x30 && first <= 4 && type === 2 && size === 1 && version <= 1;
  });
}
