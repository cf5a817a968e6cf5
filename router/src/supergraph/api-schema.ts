import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';

/** What clients see of a supergraph: nothing of `join__`, `link__` or `@inaccessible`. @throws GraphQLError */
export function buildApiSchema(supergraph: DocumentNode): GraphQLSchema {
  const document = withoutLostMembers(transformSupergraphToPublicSchema(supergraph));
  return buildASTSchema(document, { assumeValidSDL: true });
}

/** An API schema as text, sorted, so that two versions compare line by line. */
export function printApiSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The transformation removes hidden types, but leaves unions naming them. */
function withoutLostMembers(document: DocumentNode): DocumentNode {
  const known = new Set(
    document.definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])),
  );
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.UNION_TYPE_DEFINITION) return node;
    return { ...node, types: node.types?.filter(({ name }) => known.has(name.value)) ?? [] };
  });
  return { ...document, definitions };
}
