import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a text in UTF-8: of one length, whatever the text is. */
export function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** The same in base64url: a name for the text; two texts of one name are not to be found. */
export function digestText(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** Is it the text of that digest? Compares in a time that tells nothing of how much is right. */
export function hasDigest(text: string, expected: Buffer): boolean {
  return timingSafeEqual(digest(text), expected);
}
