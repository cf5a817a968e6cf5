import { OperationTypeNode, parse } from 'graphql';
import { type JoinFacts, readGraphs, readJoinFacts } from '../planner/verify/join-facts.js';
import type { CacheDirectives } from '../supergraph/cache-directives.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { subgraphVersion } from './subgraph-version.js';

/** What the cache needs to know of a supergraph. */
export interface GraphFacts {
  readonly joins: JoinFacts;
  readonly directives: CacheDirectives;
  readonly queryType: string;
  /** The value of `join__Graph` that stands for a subgraph. */
  graphOf(subgraph: string): string | undefined;
  /** Another text for each other schema of the subgraph; what other subgraphs look like makes no difference. */
  versionOf(subgraph: string): string;
}

/** By the list of its subgraphs, which a supergraph shares with its contracts: one is read once. */
const known = new WeakMap<Supergraph['subgraphs'], GraphFacts>();

export function graphFacts(supergraph: Supergraph): GraphFacts {
  let facts = known.get(supergraph.subgraphs);
  if (!facts) {
    facts = readFacts(supergraph);
    known.set(supergraph.subgraphs, facts);
  }
  return facts;
}

function readFacts({ sdl, subgraphs, cacheDirectives }: Supergraph): GraphFacts {
  const document = parse(sdl, { noLocation: true });
  const graphs = readGraphs(document);
  const joins = readJoinFacts(document);
  const versions = new Map(
    subgraphs.map(({ name }) => [name, subgraphVersion(document, graphs.get(name) ?? name)]),
  );
  return {
    joins,
    directives: cacheDirectives,
    queryType: joins.rootType(OperationTypeNode.QUERY),
    graphOf: (subgraph) => graphs.get(subgraph),
    versionOf: (subgraph) => versions.get(subgraph) ?? '',
  };
}
