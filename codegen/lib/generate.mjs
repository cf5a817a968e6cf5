import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOperations } from './operations.mjs';
import { persistedManifest } from './persisted-manifest.mjs';
import { typedDocuments } from './typed-documents.mjs';

/**
 * Brings the typed documents, and the manifest of what they ask, up to date.
 * @param {object} options
 * @param {string} options.schema file of the API schema
 * @param {string} options.documents folder of the operations
 * @param {string} options.output file of the typed documents
 * @param {string} options.manifest file of the persisted operations
 * @param {boolean} [options.check] write nothing, only tell
 * @returns {Promise<'fresh' | 'written' | 'stale'>}
 */
export async function generate({ schema, documents, output, manifest, check = false }) {
  const operations = readOperations(documents);
  const stale = [
    { path: output, text: await typedDocuments(readFileSync(schema, 'utf8'), operations) },
    { path: manifest, text: persistedManifest(operations) },
  ].filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (stale.length === 0) return 'fresh';
  if (check) return 'stale';
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return 'written';
}
