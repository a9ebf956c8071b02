/** The server's own limit. */
const LONGEST = 16 * 1024;

/** A certificate may be in a file as bytes (DER) too: those are no PEM. */
export const isText = (read: string): boolean => !/[\0-\x08\x0e-\x1f\ufffd]/.test(read);

export type PemProblem = "private" | "long" | "form";

/** Says what is wrong before anything is sent, above all a private key: it must not travel. */
export function pemProblem(text: string): PemProblem | undefined {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return "private";
  }
  if (text.length > LONGEST) {
    return "long";
  }
  const block = /^-----BEGIN (PUBLIC KEY|CERTIFICATE)-----\s[A-Za-z0-9+/=\s]+-----END \1-----$/;
  return block.test(text.trim()) ? undefined : "form";
}
