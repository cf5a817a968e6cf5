import { GraphQLError } from 'graphql';

/** A fault as an error, to be masked and logged. */
export function unexpected(fault: unknown): GraphQLError {
  const originalError = fault instanceof Error ? fault : new TypeError(String(fault));
  return new GraphQLError(originalError.message, { originalError });
}
