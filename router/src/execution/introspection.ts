import {
  type DocumentNode,
  executeSync,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIntrospection } from '../planner/planning-document.js';
import type { JsonObject } from './json.js';

/**
 * The part of an operation that asks for the schema, or `undefined`. Root fragments are written
 * out, so that nothing but `__schema` and `__type` is left at the root.
 */
export function introspectionDocument(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode | undefined {
  if (operation.operation !== 'query') return undefined;
  const selectionSet = keepIntrospection(operation.selectionSet, fragments);
  if (selectionSet.selections.length === 0) return undefined;
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments.values()],
  };
}

/** Answers the schema's questions about itself. */
export function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<JsonObject>,
): JsonObject {
  return { ...executeSync({ schema, document, variableValues }).data };
}

function keepIntrospection(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const selections = set.selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return isIntrospection(node.name.value) ? [node] : [];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!fragment) return [];
    const selectionSet = keepIntrospection(fragment.selectionSet, fragments);
    if (selectionSet.selections.length === 0) return [];
    const { directives } = node;
    return [{ kind: Kind.INLINE_FRAGMENT, ...(directives && { directives }), selectionSet }];
  });
  return { ...set, selections };
}
