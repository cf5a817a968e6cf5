import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * The workspaces of the root manifest as paths relative to it.
 * @param {string} [root]
 * @returns {string[]}
 */
export function workspaces(root = ROOT) {
  const { workspaces: patterns } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return patterns
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const folder = pattern.slice(0, -2);
      return existsSync(join(root, folder))
        ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
        : [];
    })
    .filter((path) => existsSync(join(root, path, 'package.json')));
}

/** Where tests are, as absolute paths. */
export function testFolders(root = ROOT) {
  return [...workspaces(root), 'scripts']
    .map((path) => join(root, path, 'test'))
    .filter((path) => existsSync(path));
}
