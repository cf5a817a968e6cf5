import type { Operation } from './operation.js';

/**
 * May the operation be sent again when its answer was lost? A query always; a mutation only when
 * each of its fields carries an idempotency key, so that the server can tell the repetition.
 */
export function isRepeatable(operation: Operation, variables: object | undefined): boolean {
  if (operation.kind === 'query') return true;
  if (operation.kind === 'subscription') return false;
  const keys = Object.values(variables ?? {}).filter(carriesKey).length;
  return operation.rootFields <= keys;
}

function carriesKey(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    'idempotencyKey' in input &&
    typeof input.idempotencyKey === 'string' &&
    input.idempotencyKey !== ''
  );
}
