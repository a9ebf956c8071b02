import { createHash, randomBytes } from 'node:crypto';

/** For libraries that leave it to their user. */
export function pkce() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
