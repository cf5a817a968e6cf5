import { buildSubgraph, type SubgraphDefinition } from '@nexus/kit/graph';
import { composeSubgraphs } from '@nexus/router';
import { parse, print } from 'graphql';
import { StartupProblem } from '../config/index.js';
import { nodesSdl } from '../nodes/nodes-sdl.js';
import { undescribed } from './describe-check.js';
import { eventCatalogue, unknownEvents } from './event-catalogue.js';

/** The whole contract, by file name below `schema/`. */
export type Contract = Readonly<Record<string, string>>;

export const SUPERGRAPH = 'supergraph.graphql';
export const API = 'api.graphql';

/** Types that a subgraph defines itself, rather than referring to them. */
function ownedTypes(sdl: string): Set<string> {
  const owned = new Set<string>();
  for (const node of parse(sdl).definitions) {
    if (!('name' in node) || !node.name) continue;
    const fields = 'fields' in node ? (node.fields ?? []) : [];
    const reference = fields.length > 0 && !('description' in node && node.description);
    if (!reference) owned.add(node.name.value);
  }
  return owned;
}

/**
 * Builds the schema of every subgraph and composes them. Throws a StartupProblem that lists what does not fit:
 * composition errors, elements without a description, events that nobody declares.
 */
export function composeContract(subgraphs: readonly SubgraphDefinition[]): Contract {
  const built = subgraphs.map(buildSubgraph);
  const sdls = built.map(({ name, sdl }) => ({ name, typeDefs: sdl }));
  const nodes = { name: 'nodes', typeDefs: nodesSdl(built) };
  const problems: string[] = [];
  const result = composeSubgraphs([...sdls, nodes]);
  if (!result.ok) problems.push(...result.errors.map(({ code, message }) => `${code}: ${message}`));
  for (const { name, sdl } of built) {
    problems.push(
      ...undescribed(sdl, ownedTypes(sdl)).map((at) => `${name}: ${at} has no description`),
    );
  }
  const texts = built.map(({ sdl }) => sdl);
  const catalogue = eventCatalogue(subgraphs, texts);
  problems.push(
    ...unknownEvents(catalogue, texts).map(
      (type) => `@emits names ${type}, which no domain declares`,
    ),
  );
  if (problems.length > 0 || !result.ok) {
    throw new StartupProblem(
      'SCHEMA_INVALID',
      `The schema does not hold:\n  ${problems.join('\n  ')}`,
    );
  }
  return {
    ...Object.fromEntries(
      sdls.map(({ name, typeDefs }) => [`subgraphs/${name}.graphql`, tidy(typeDefs)]),
    ),
    'subgraphs/nodes.graphql': tidy(nodes.typeDefs),
    [SUPERGRAPH]: result.supergraphSdl,
    [API]: tidy(result.apiSdl),
    'events.json': `${JSON.stringify(catalogue, null, 2)}\n`,
  };
}

function tidy(sdl: string): string {
  return `${print(parse(sdl))}\n`;
}
