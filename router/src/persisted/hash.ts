import { digest } from '../support/digest.js';

const SHA_256 = /^[0-9a-f]{64}$/;

/** Could this be the SHA-256 of a text, in lower-case hexadecimal? */
export function isHash(id: string): boolean {
  return SHA_256.test(id);
}

/** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function hashOf(text: string): string {
  return digest(text).toString('hex');
}
