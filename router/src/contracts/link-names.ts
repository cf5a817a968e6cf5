import { type DocumentNode, Kind } from 'graphql';
import { textArgument } from '../support/arguments.js';

const SPECS = 'https://specs.apollo.dev/';

/**
 * How a supergraph calls the directive of one of Apollo's specifications: `@link(url: "…/tag/v0.3", as: "label")` makes
 * it `label`. https://specs.apollo.dev/link/v1.0
 */
export function directiveName(supergraph: DocumentNode, specification: string): string {
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'link') continue;
      if (!textArgument(directive, 'url')?.startsWith(`${SPECS}${specification}/`)) continue;
      return textArgument(directive, 'as') ?? specification;
    }
  }
  return specification;
}
