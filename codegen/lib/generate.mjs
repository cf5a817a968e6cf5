import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOperations } from './operations.mjs';
import { typedDocuments } from './typed-documents.mjs';

/**
 * Brings the typed documents up to date.
 * @param {object} options
 * @param {string} options.schema file of the API schema
 * @param {string} options.documents folder of the operations
 * @param {string} options.output file to write
 * @param {boolean} [options.check] write nothing, only tell
 * @returns {Promise<'fresh' | 'written' | 'stale'>}
 */
export async function generate({ schema, documents, output, check = false }) {
  const text = await typedDocuments(readFileSync(schema, 'utf8'), readOperations(documents));
  if (existsSync(output) && readFileSync(output, 'utf8') === text) return 'fresh';
  if (check) return 'stale';
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, text);
  return 'written';
}
