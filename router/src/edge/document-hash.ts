import type { DocumentNode } from 'graphql';
import { hashOf } from '../persisted/hash.js';

const hashes = new WeakMap<DocumentNode, string>();

/** SHA-256 of a document's text, counted once for as long as the document is kept. */
export function documentHash(document: DocumentNode, text: string): string {
  const known = hashes.get(document);
  if (known !== undefined) return known;
  const hash = hashOf(text);
  hashes.set(document, hash);
  return hash;
}
