import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { breakingChanges } from '@nexus/router/compose';
import type { Contract } from './compose.js';
import { API } from './contract-names.js';

/** What of the contract differs from its committed snapshot, and what of that would break clients. */
export interface ContractDifference {
  readonly changed: readonly string[];
  readonly breaking: readonly string[];
  readonly dangerous: readonly string[];
}

async function readContract(root: string): Promise<Contract> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.(graphql|json)$/.test(entry.name));
  const texts = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path), await readFile(path, 'utf8')] as const;
    }),
  );
  return Object.fromEntries(texts.filter(([path]) => path !== 'accepted-breaking-changes.json'));
}

/** Breaking changes that a commit names on purpose: `schema/accepted-breaking-changes.json`, a list of texts. */
async function acceptedChanges(root: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(root, 'accepted-breaking-changes.json'), 'utf8').catch(
    () => '[]',
  );
  return new Set(JSON.parse(text) as string[]);
}

/** Holds a contract against the snapshot below `root`. */
export async function compareContract(
  root: string,
  contract: Contract,
): Promise<ContractDifference> {
  const before = await readContract(root);
  const paths = new Set([...Object.keys(before), ...Object.keys(contract)]);
  const changed = [...paths].filter((path) => before[path] !== contract[path]).sort();
  const [old, now] = [before[API], contract[API]];
  if (!old || !now) return { changed, breaking: [], dangerous: [] };
  const accepted = await acceptedChanges(root);
  const { breaking, dangerous } = breakingChanges(old, now);
  return {
    changed,
    breaking: breaking.map(({ message }) => message).filter((message) => !accepted.has(message)),
    dangerous: dangerous.map(({ message }) => message),
  };
}

/** Writes the snapshot: what is no longer part of the contract is removed. */
export async function writeContract(root: string, contract: Contract): Promise<void> {
  for (const path of Object.keys(await readContract(root))) {
    if (!(path in contract)) await rm(join(root, path));
  }
  for (const [path, text] of Object.entries(contract)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
