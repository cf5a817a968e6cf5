import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
} from 'graphql';

/** The fragments of a document, by their names. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return fragments;
}

/** A document with one of its operations alone, beside all fragments. */
export function withOneOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const definitions = document.definitions.filter(
    (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}

/** The same with those fragments only that the operation spreads. */
export function separateOperation(
  document: DocumentNode,
  operationName: string | undefined,
): DocumentNode {
  return separateOperations(document)[operationName ?? ''] ?? document;
}
