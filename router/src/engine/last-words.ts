import { GraphQLError } from 'graphql';
import type { OperationResult } from '../execution/execute-operation.js';

/** A result that has nothing but errors. */
export function lastWord(...errors: readonly GraphQLError[]): OperationResult {
  return { data: null, errors: [...errors] };
}

export function overflow(): GraphQLError {
  return new GraphQLError(
    'The client reads too slowly: events were waiting beyond the limit. Subscribe again and resume after the last event received.',
    { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } },
  );
}

export function sessionExpired(): GraphQLError {
  return new GraphQLError('The session has ended. Sign in again.', {
    extensions: { code: 'SESSION_EXPIRED' },
  });
}

export function schemaChanged(): GraphQLError {
  return new GraphQLError(
    'The schema has changed, and this subscription cannot go on. Subscribe again with an operation that is valid now.',
    { extensions: { code: 'SCHEMA_CHANGED' } },
  );
}
