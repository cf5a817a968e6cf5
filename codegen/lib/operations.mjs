import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'graphql';

/**
 * Every `*.graphql` file below a folder, parsed, in the order of its path.
 * @param {string} folder
 * @returns {{ path: string, location: string, document: import('graphql').DocumentNode }[]}
 */
export function readOperations(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path,
      location: relative(folder, path),
      document: parse(readFileSync(path, 'utf8')),
    }));
}
