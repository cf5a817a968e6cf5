import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, markInstalled } from './lockfile.mjs';
import { explainNpm, npm } from './npm.mjs';
import { childEnvironment, MODULES, pinnedNode, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { missingParts, repair } from './repair.mjs';
import { capture } from './run.mjs';

/**
 * Makes node_modules what package-lock.json asks for, and resolves to the Node to run on. When
 * everything is there it touches neither the network nor the disk.
 * @returns {Promise<string>} path of a Node 24
 */
export async function ensureInstalled() {
  if (!isInstalled(ROOT)) {
    await withProgress('Installing the packages (once; this needs the network)', install);
  }
  const missing = missingParts(ROOT);
  if (missing.length > 0) {
    await withProgress(`Completing the installation (${missing.join(', ')})`, () => repair(ROOT));
  }
  return existsSync(pinnedNode()) ? pinnedNode() : process.execPath;
}

async function install() {
  const { command, args } = npm();
  // What the packages' own scripts would do is done by repair.mjs: npm 12 refuses to run them.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = childEnvironment(process.execPath);
  const { code, output } = await capture(command, [...args, ...verb(), ...flags], { env });
  if (code !== 0) throw explainNpm(output);
  markInstalled(ROOT);
}

/** From nothing, or from an installation that was interrupted: anew. Else only what changed. */
function verb() {
  const wasComplete = existsSync(join(MODULES, '.package-lock.json'));
  return wasComplete ? ['install', '--no-save'] : ['ci'];
}
