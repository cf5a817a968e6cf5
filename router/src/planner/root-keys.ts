import { type DocumentNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';

/** Response keys at the root of a subgraph's operation. */
export function rootKeys(document: DocumentNode): string[] {
  const operation = getOperationAST(document);
  return operation ? keysOf(operation.selectionSet) : [];
}

function keysOf({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? keysOf(selection.selectionSet) : [];
  });
}
