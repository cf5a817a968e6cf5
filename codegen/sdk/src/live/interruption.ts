import { type GraphError, NexusError } from '../nexus-error.js';
import { isRefusedToken } from '../session/refusal.js';

/** What an interrupted stream should do. */
export type Interruption =
  /** Connect again and resume. */
  | { readonly kind: 'resume'; readonly cause: NexusError }
  /** A fault of the server: connect again and resume, but not for ever. */
  | { readonly kind: 'retry'; readonly cause: NexusError }
  /** The access token is no longer good: renew it, then connect again. */
  | { readonly kind: 'renew'; readonly cause: NexusError }
  /** Tell the reader. */
  | { readonly kind: 'fail'; readonly error: NexusError };

/** Errors with which a server ends a stream that may go on later. */
const RESUMABLE = new Set(['SUBSCRIPTION_OVERFLOW', 'SUBGRAPH_UNAVAILABLE']);

/** Close codes of `graphql-transport-ws` after which trying again would change nothing. */
const FINAL = new Set([4004, 4005, 4400, 4406, 4409, 4429]);
const REFUSED = new Set([4401, 4403]);

/** Errors of GraphQL, instead of an event or as the stream's last word. */
export function fromGraphErrors(errors: readonly GraphError[], data?: unknown): Interruption {
  const error = NexusError.fromErrors(errors, { data });
  if (isRefusedToken(errors)) return { kind: 'renew', cause: error };
  if (RESUMABLE.has(error.code)) return { kind: 'resume', cause: error };
  return error.code === 'INTERNAL_SERVER_ERROR'
    ? { kind: 'retry', cause: error }
    : { kind: 'fail', error };
}

/** Whatever the socket's client reports: a close event, GraphQL errors, an error of its own. */
export function fromSocket(report: unknown): Interruption {
  if (Array.isArray(report)) return fromGraphErrors(report);
  if (report instanceof NexusError) return fromClientError(report);
  const code = closeCode(report);
  const message = closeReason(report) || 'The connection was lost.';
  if (code !== undefined && REFUSED.has(code)) {
    return { kind: 'renew', cause: new NexusError('UNAUTHENTICATED', message, { cause: report }) };
  }
  if (code !== undefined && FINAL.has(code)) {
    const error = new NexusError('CONNECTION_REFUSED', `${message} (${code})`, { cause: report });
    return { kind: 'fail', error };
  }
  return { kind: 'resume', cause: new NexusError('NETWORK_ERROR', message, { cause: report }) };
}

/** Thrown while the socket asked for a token. */
function fromClientError(error: NexusError): Interruption {
  const passing = error.code === 'NETWORK_ERROR' || error.code === 'TIMEOUT';
  return passing ? { kind: 'resume', cause: error } : { kind: 'fail', error };
}

function closeCode(report: unknown): number | undefined {
  if (typeof report !== 'object' || report === null || !('code' in report)) return undefined;
  return typeof report.code === 'number' ? report.code : undefined;
}

function closeReason(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null || !('reason' in report)) return undefined;
  return typeof report.reason === 'string' ? report.reason : undefined;
}
