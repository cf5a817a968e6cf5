import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const MODULES = join(ROOT, 'node_modules');

/** Where the pinned Node lies, relative to `root`. */
export function pinnedNode(root = ROOT) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

/**
 * The environment for programs that we start: the given Node comes first in PATH, and nothing is
 * left of the npm run around us that would confuse an npm within.
 * @param {string} node path of the Node to run on
 * @returns {Record<string, string | undefined>}
 */
export function childEnvironment(node = pinnedNode()) {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|config_(local_prefix|global_prefix|prefix)|command)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: [dirname(node), join(MODULES, '.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}
