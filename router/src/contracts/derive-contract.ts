import { type DocumentNode, isTypeDefinitionNode, parse, validateSchema } from 'graphql';
import { buildApiSchema, printApiSchema } from '../supergraph/api-schema.js';
import type { Supergraph, SupergraphResult } from '../supergraph/supergraph.js';
import type { TagFilter } from './contract-config.js';
import { contractProblems } from './contract-problems.js';
import { lostDefaults } from './default-values.js';
import { hideTagged } from './hide-tagged.js';
import { Marks } from './marks.js';
import { reachableTypes } from './reachable-types.js';

/**
 * The same supergraph as the clients of a contract see it: planned and executed as the whole, with an API schema of
 * its own. Refused with reasons where what is left would be no schema.
 */
export function deriveContract(whole: Supergraph, filter: TagFilter): SupergraphResult {
  const document = parse(whole.sdl, { noLocation: true });
  const marked = hideTagged(document, filter);
  const problems = contractProblems(marked);
  if (problems.length > 0) return { ok: false, errors: problems };
  const seen = filter.hideUnreachableTypes ? hideUnreachable(marked) : marked;
  const apiSchema = buildApiSchema(seen);
  const errors = [
    ...validateSchema(apiSchema).map(({ message }) => message),
    ...lostDefaults(document, apiSchema),
  ];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, supergraph: { ...whole, apiSchema, apiSdl: printApiSchema(apiSchema) } };
}

/** Tags that a contract names and no element carries: perhaps misspelt, and what should be hidden is not. */
export function unknownTags(
  { sdl }: Supergraph,
  { include = [], exclude = [] }: TagFilter,
): string[] {
  const document = parse(sdl, { noLocation: true });
  const marks = new Marks(document);
  const carried = marks.allTags(document);
  return [...include, ...exclude].filter((tag) => !carried.has(tag));
}

function hideUnreachable(marked: DocumentNode): DocumentNode {
  const marks = new Marks(marked);
  const reached = reachableTypes(buildApiSchema(marked));
  const definitions = marked.definitions.map((node) =>
    isTypeDefinitionNode(node) && !reached.has(node.name.value) ? marks.hide(node) : node,
  );
  return { ...marked, definitions };
}
