import { getOperationAST, type OperationTypeNode, parse } from 'graphql';

export interface OperationMeant {
  readonly kind: `${OperationTypeNode}`;
  readonly name: string | undefined;
}

/**
 * The operation that runs. Where a document holds one alone, it is that one: for a moment after a change of tabs the
 * editor still names the former tab's. What does not parse is asked like a query: the router says what is wrong with it.
 */
export function operationMeant(query: string, wanted: string | null | undefined): OperationMeant {
  try {
    const document = parse(query);
    const operation = getOperationAST(document, wanted) ?? getOperationAST(document);
    if (operation) return { kind: operation.operation, name: operation.name?.value };
  } catch {
    // Said above.
  }
  return { kind: 'query', name: wanted ?? undefined };
}
