import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = '.nexus-lock';

/**
 * Whether node_modules is what package-lock.json asks for. A marker answers at once; without one
 * (somebody ran npm by hand) npm's own record of what it installed is compared, entry by entry.
 * @param {string} root
 */
export function isInstalled(root) {
  const lock = readText(join(root, 'package-lock.json'));
  if (readText(join(root, 'node_modules', MARKER)) === fingerprint(lock)) return true;
  if (!installedMatches(lock, readText(join(root, 'node_modules', '.package-lock.json'))))
    return false;
  markInstalled(root);
  return true;
}

/** @param {string} root */
export function markInstalled(root) {
  const lock = readText(join(root, 'package-lock.json'));
  writeFileSync(join(root, 'node_modules', MARKER), fingerprint(lock));
}

/**
 * @param {string} lock the text of package-lock.json
 * @param {string} installed the text of node_modules/.package-lock.json
 */
export function installedMatches(lock, installed) {
  const wanted = packagesOf(lock);
  const present = packagesOf(installed);
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link, resolved }]) =>
      !path.startsWith('node_modules/') ||
      (link ? present[path]?.resolved === resolved : present[path]?.version === version) ||
      ((optional || devOptional) && !present[path]),
  );
}

/** The platform belongs to it: a clone carried to another machine installs anew. */
function fingerprint(lock) {
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

/** @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, resolved?: string}> | undefined} */
function packagesOf(text) {
  try {
    return JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
