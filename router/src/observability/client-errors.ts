import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { SubgraphError } from '../execution/subgraph-errors.js';
import { PlanningFailed } from '../planner/planner.js';
import { unexpected } from '../support/unexpected.js';
import { SubgraphUnavailable } from '../transport/transport.js';

const MASKED = 'Internal server error';

/** Codes by which a subgraph itself says that something unexpected happened. */
const FAULTS: ReadonlySet<unknown> = new Set([
  undefined,
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'DOWNSTREAM_SERVICE_ERROR',
]);

/** Extensions that would tell a client about the inside. */
const PRIVATE_EXTENSIONS: ReadonlySet<string> = new Set([
  'exception',
  'http',
  'service',
  'serviceName',
  'stacktrace',
  'valueCompletion',
]);

/**
 * Turns errors into what a client may see. A known failure keeps its message and code; a fault is
 * masked and logged whole. Both carry the request id, by which one finds the other.
 */
export function clientErrors(
  errors: readonly GraphQLError[],
  requestId: string,
  log: Logger,
): GraphQLError[] {
  return errors.map((error) => clientError(error, requestId, log));
}

export function clientError(error: GraphQLError, requestId: string, log: Logger): GraphQLError {
  const cause = error.originalError;
  const place = {
    ...(error.path && { path: error.path }),
    ...(error.nodes && { nodes: error.nodes }),
  };
  if (isFault(error)) {
    log.error(
      { requestId, path: error.path, err: cause ?? error },
      'operation failed unexpectedly',
    );
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
    return new GraphQLError(MASKED, { ...place, extensions });
  }
  if (cause instanceof SubgraphUnavailable) {
    const { subgraph, reason } = cause;
    log.warn({ requestId, subgraph, reason, err: cause.cause }, 'subgraph unavailable');
  }
  if (cause instanceof PlanningFailed)
    log.error({ requestId, err: cause }, 'operation not planned');
  const shown = Object.entries(error.extensions).filter(([key]) => !PRIVATE_EXTENSIONS.has(key));
  return new GraphQLError(error.message, {
    ...place,
    extensions: { ...Object.fromEntries(shown), requestId },
  });
}

/** What a client is told of anything unexpected; the log is told whole. */
export function maskedFault(fault: unknown, requestId: string, log: Logger): GraphQLError {
  return clientError(unexpected(fault), requestId, log);
}

function isFault(error: GraphQLError): boolean {
  const { originalError: cause } = error;
  if (cause instanceof SubgraphUnavailable || cause instanceof PlanningFailed) return false;
  if (cause instanceof SubgraphError) return FAULTS.has(error.extensions.code);
  return cause !== undefined || error.extensions.code === undefined;
}
