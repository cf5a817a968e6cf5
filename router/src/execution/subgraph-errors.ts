import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { clientKey } from '../planner/plan-keys.js';
import { messageOf } from '../support/message-of.js';
import { SubgraphUnavailable } from '../transport/transport.js';
import type { ResponsePath } from './entities.js';

/** At most so many errors are made of one failed call; a list of a thousand needs no thousand. */
const ERRORS_PER_FAILURE = 20;

/** Re-states an error of a subgraph's answer at `path` of the router's. */
export function relocate(
  error: GraphQLFormattedError | GraphQLError,
  path: ResponsePath | undefined,
  subgraph: string,
): GraphQLError {
  return new GraphQLError(error.message, {
    ...(path && { path: path.map(clientKey) }),
    extensions: error.extensions ?? {},
    originalError: new SubgraphError(subgraph, error),
  });
}

/** One call failed as a whole: an error at each place that waits for it. */
export function callFailed(
  subgraph: string,
  cause: unknown,
  paths: readonly ResponsePath[],
): GraphQLError[] {
  const failure =
    cause instanceof SubgraphUnavailable
      ? cause
      : new SubgraphUnavailable(subgraph, messageOf(cause), {
          cause,
        });
  const places: readonly (ResponsePath | undefined)[] = paths.length > 0 ? paths : [undefined];
  return places.slice(0, ERRORS_PER_FAILURE).map(
    (path) =>
      new GraphQLError('A part of this answer is unavailable at the moment.', {
        ...(path && { path: path.map(clientKey) }),
        extensions: { code: failure.code },
        originalError: failure,
      }),
  );
}

/** Keeps for the log whose error it was, and the exception behind an in-process one. */
export class SubgraphError extends Error {
  override readonly name = 'SubgraphError';
  constructor(
    readonly subgraph: string,
    error: GraphQLFormattedError | GraphQLError,
  ) {
    super(`${subgraph}: ${error.message}`, { cause: originalOf(error) });
  }
}

function originalOf(error: GraphQLFormattedError | GraphQLError): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : undefined;
}
