import { type GraphQLSchema, parse, validateSchema } from 'graphql';
import { readRequirements, type SchemaRequirements } from '../authorization/read-requirements.js';
import { type OverrideLabels, readOverrideLabels } from '../override/override-labels.js';
import { messageOf } from '../support/message-of.js';
import { buildApiSchema, printApiSchema } from './api-schema.js';
import { type CacheDirectives, readCacheDirectives } from './cache-directives.js';
import { type CostDirectives, readCostDirectives } from './cost-directives.js';
import { readSubgraphs, type SubgraphLocation } from './subgraphs.js';

/** A supergraph that was read and found to be in order. */
export interface Supergraph {
  readonly sdl: string;
  /** What clients see: nothing of `join__`, `link__` or `@inaccessible`. */
  readonly apiSchema: GraphQLSchema;
  /** The same as text, sorted, so that two versions compare line by line. */
  readonly apiSdl: string;
  readonly subgraphs: readonly SubgraphLocation[];
  readonly costDirectives: CostDirectives;
  /** For how long its fields say that they hold, and by which tags they are forgotten. */
  readonly cacheDirectives: CacheDirectives;
  /** What its security directives ask of callers. */
  readonly requirements: SchemaRequirements;
  /** Of fields that move between subgraphs step by step; absent where there are none. */
  readonly overrideLabels: OverrideLabels | undefined;
}

export type SupergraphResult =
  | { readonly ok: true; readonly supergraph: Supergraph }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads a supergraph SDL; says in words what is wrong with one that cannot be served. */
export function loadSupergraph(sdl: string): SupergraphResult {
  try {
    const document = parse(sdl, { noLocation: true });
    const subgraphs = readSubgraphs(document);
    if (subgraphs.length === 0) {
      return failure('This is not a supergraph: it has no enum join__Graph that lists subgraphs.');
    }
    const apiSchema = buildApiSchema(document);
    const problems = validateSchema(apiSchema);
    if (problems.length > 0) return failure(...problems.map((problem) => problem.message));
    const requirements = readRequirements(document);
    const apiSdl = printApiSchema(apiSchema);
    const costDirectives = readCostDirectives(document);
    const cacheDirectives = readCacheDirectives(document);
    const overrideLabels = readOverrideLabels(document);
    const read = { costDirectives, cacheDirectives, requirements, overrideLabels };
    return { ok: true, supergraph: { sdl, apiSchema, apiSdl, subgraphs, ...read } };
  } catch (error) {
    return failure(messageOf(error));
  }
}

function failure(...errors: string[]): SupergraphResult {
  return { ok: false, errors };
}
