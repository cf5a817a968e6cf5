import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { ServedResult } from './serve.types.js';

export const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** Faults are logged here, where their cause is known, and leave the process without it. */
export function maskFaults(result: ServedResult, requestId: string, log: Logger): ServedResult {
  if (!result.errors?.some(isFault)) return result;
  const errors = result.errors.map((error) =>
    isFault(error) ? maskedFault(error.originalError, requestId, log, error) : error,
  );
  return { ...result, errors };
}

/** A fault as the router may see it. */
export function maskedFault(
  cause: unknown,
  requestId: string,
  log: Logger,
  at?: GraphQLError,
): GraphQLError {
  log.error({ err: cause, requestId, path: at?.path }, 'operation failed unexpectedly');
  return new GraphQLError('Internal server error', {
    path: at?.path ?? null,
    extensions: { code: INTERNAL, requestId },
  });
}

/** Whoever knows what went wrong says it with a code; whatever was merely thrown is a fault. */
function isFault({ originalError, extensions }: GraphQLError): boolean {
  return originalError !== undefined && extensions.code === undefined;
}

/**
 * For whoever is not the router. Should it be the router after all, with a key that does not fit, its clients
 * must not take this for the end of their session: the code is that of a fault, which a router masks and logs.
 */
export function untrusted(requestId: string): GraphQLError {
  return new GraphQLError('Only the router may ask', {
    extensions: { code: INTERNAL, requestId },
  });
}
