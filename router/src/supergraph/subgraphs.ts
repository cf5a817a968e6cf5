import { type DocumentNode, Kind } from 'graphql';
import { textArgument } from '../support/arguments.js';

/** One line of the supergraph's `join__Graph`. */
export interface SubgraphLocation {
  readonly name: string;
  /** As composition was told; may be empty. */
  readonly url: string;
}

/** The subgraphs a supergraph was composed of, from `enum join__Graph`. */
export function readSubgraphs(supergraph: DocumentNode): SubgraphLocation[] {
  const subgraphs: SubgraphLocation[] = [];
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    if (definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      const name = textArgument(graph, 'name');
      if (name !== undefined) subgraphs.push({ name, url: textArgument(graph, 'url') ?? '' });
    }
  }
  return subgraphs;
}
