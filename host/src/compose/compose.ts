import { type BuiltSubgraph, buildSubgraph, type SubgraphDefinition } from '@nexus/kit/graph';
import { type CompositionResult, composeSubgraphs } from '@nexus/router/compose';
import { parse } from 'graphql';
import { StartupProblem } from '../config/index.js';
import { nodesSdl } from '../nodes/nodes-sdl.js';
import { API, SUPERGRAPH, subgraphFile } from './contract-names.js';
import { undescribed } from './describe-check.js';
import { eventCatalogue, unknownEvents } from './event-catalogue.js';
import { tidy } from './tidy.js';

/** The whole contract, by file name below `schema/`. */
export type Contract = Readonly<Record<string, string>>;

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
  const problems: string[] = [];
  const result = composed(built);
  if (!result.ok) problems.push(...problemsOf(result));
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
  if (problems.length > 0 || !result.ok) throw invalid(problems);
  return {
    ...Object.fromEntries(built.map(({ name, sdl }) => [subgraphFile(name), tidy(sdl)])),
    [subgraphFile('nodes')]: tidy(nodesSdl(built)),
    [SUPERGRAPH]: result.supergraphSdl,
    [API]: tidy(result.apiSdl),
    'events.json': `${JSON.stringify(catalogue, null, 2)}\n`,
  };
}

/** The supergraph of schemas that are built already. Throws a StartupProblem where they do not fit together. */
export function composeBuilt(built: readonly BuiltSubgraph[]): string {
  const result = composed(built);
  if (!result.ok) throw invalid(problemsOf(result));
  return result.supergraphSdl;
}

function composed(built: readonly BuiltSubgraph[]): CompositionResult {
  const sdls = built.map(({ name, sdl }) => ({ name, typeDefs: sdl }));
  return composeSubgraphs([...sdls, { name: 'nodes', typeDefs: nodesSdl(built) }]);
}

function problemsOf({ errors }: Extract<CompositionResult, { ok: false }>): string[] {
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

function invalid(problems: readonly string[]): StartupProblem {
  return new StartupProblem(
    'SCHEMA_INVALID',
    `The schema does not hold:\n  ${problems.join('\n  ')}`,
  );
}
