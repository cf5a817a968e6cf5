import { existsSync } from 'node:fs';
import { isInstalled, markInstalled } from './lockfile.mjs';
import { explainNpm, npm } from './npm.mjs';
import { childEnvironment, pinnedNode, ROOT } from './paths.mjs';
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
    await withProgress(
      'Installing the packages (first start only; this needs the network)',
      install,
    );
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
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = childEnvironment(process.execPath);
  const { code, output } = await capture(command, [...args, ...flags], { env });
  if (code !== 0) throw explainNpm(output);
  markInstalled(ROOT);
}
