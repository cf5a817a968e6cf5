import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const NEVER = new Set(['node_modules', 'dist', 'test', '.turbo']);
/** Written by a build from the sources beside it. */
const DERIVED = /\.generated\.ts$/;

/**
 * One hash over names and contents of everything below the given paths: two trees that would
 * compile alike have the same one, whatever the clocks say.
 * @param {string} root
 * @param {readonly string[]} paths relative to root; files or folders, absent ones do not count
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * All files below a path, or the path itself when it is a file.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !NEVER.has(name) && !DERIVED.test(name))
      .filter((entry) => !entry.isSymbolicLink())
      .flatMap((entry) => {
        const below = join(path, entry.name);
        return entry.isDirectory() ? filesBelow(below) : [below];
      });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
