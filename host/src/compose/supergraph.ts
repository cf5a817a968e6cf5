import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltSubgraph } from '@nexus/kit/graph';
import { repositoryRoot } from '../house/paths.js';
import { SUPERGRAPH, subgraphFile } from './contract-names.js';
import { tidy } from './tidy.js';

const root = join(repositoryRoot, 'schema');

function snapshot(path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}

/**
 * The supergraph of these subgraphs: the committed snapshot, where it was made of the same schemas; else composed
 * now, for who is in the middle of a change. Composition is only loaded when it is needed.
 */
export async function supergraphOf(built: readonly BuiltSubgraph[]): Promise<string> {
  const kept = await Promise.all(
    built.map(async ({ name, sdl }) => (await snapshot(subgraphFile(name))) === tidy(sdl)),
  );
  const supergraph = await snapshot(SUPERGRAPH);
  if (supergraph && kept.every(Boolean)) return supergraph;
  const { composeBuilt } = await import('./compose.js');
  return composeBuilt(built);
}
