const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
const UNSEEN =
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
const SEEN = /[^\p{Z}\p{M}\p{Cf}\p{Cn}\s\u2800]/u;

/** Text that strangers wrote, in one line, as it may be shown; empty when nothing of it can be seen: the server's class DisplayText. */
export function shown(text: string): string {
  const line = text.replace(TURNING, "").replace(UNSEEN, "").replace(CONTROL, " ").trim();
  return SEEN.test(line) ? line : "";
}

/** The first letter or digit in upper case, in the place of a picture. */
export function initialOf(text: string): string {
  const first = [...text].find((letter) => /[\p{L}\p{Nd}]/u.test(letter)) ?? "";
  const upper = first.toUpperCase();
  return [...upper].length === 1 ? upper : first;
}
