import { type DirectiveNode, type DocumentNode, Kind } from 'graphql';

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
      if (!argument(directive, 'url')?.startsWith(`${SPECS}${specification}/`)) continue;
      return argument(directive, 'as') ?? specification;
    }
  }
  return specification;
}

/** The text of a directive's argument, where it is one. */
export function argument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
