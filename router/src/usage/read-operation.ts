import type {
  DocumentNode,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { hashOf } from '../persisted/hash.js';
import { normalizeOperation, operationText } from './normalize-operation.js';
import { operationCoordinates } from './operation-coordinates.js';
import type { UsedOperation } from './usage-store.js';

export interface ReadOperation {
  readonly operation: UsedOperation;
  readonly inputs: readonly { readonly name: string; readonly type: GraphQLInputType }[];
}

/** What is recorded of a valid operation; the values of its variables come later. */
export function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): ReadOperation {
  const normalized = normalizeOperation(schema, document, definition);
  const { coordinates, deprecated, inputs } = operationCoordinates(schema, normalized);
  const text = operationText(normalized);
  return {
    operation: {
      hash: hashOf(text),
      ...(definition.name && { name: definition.name.value }),
      kind: definition.operation,
      text,
      coordinates: [...coordinates].sort(),
      deprecated: [...deprecated].sort(),
    },
    inputs,
  };
}
