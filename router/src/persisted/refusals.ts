import { GraphQLError } from 'graphql';
import type { Refusal } from '../plugin.js';

// Codes, messages and status codes are those of Apollo Server and Apollo Router, which clients act upon.

/** Caches between must not remember what the router may learn a moment later. */
const UNCACHED = { 'cache-control': 'private, no-cache, must-revalidate' } as const;

/** An expected step of the protocol, hence 200: the client sends the text next. */
export function notFound(): Refusal {
  return refusal(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

export function notSupported(): Refusal {
  return refusal(200, 'PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
}

export function notInList(): Refusal {
  const message = 'No persisted operation is known by this id.';
  return refusal(404, 'PERSISTED_QUERY_NOT_IN_LIST', message);
}

export function textNotInList(): Refusal {
  const message = 'The operation is not in the list of persisted operations.';
  return refusal(403, 'QUERY_NOT_IN_SAFELIST', message);
}

export function idRequired(): Refusal {
  const message = 'Operations are accepted by their id alone, not as text.';
  return refusal(400, 'PERSISTED_QUERY_ID_REQUIRED', message);
}

export function idAndText(): Refusal {
  const message = 'Send the id of a persisted operation or a text, not both.';
  return refusal(400, 'CANNOT_SEND_PQ_ID_AND_BODY', message);
}

export function wrongHash(): Refusal {
  return refusal(400, 'BAD_REQUEST', 'provided sha does not match query');
}

/** https://www.apollographql.com/docs/apollo-server/performance/apq: there is but one version. */
export function unknownVersion(): Refusal {
  return refusal(400, 'BAD_REQUEST', 'Unsupported persisted query version');
}

export function badId(message: string): Refusal {
  return refusal(400, 'BAD_REQUEST', message);
}

export function noOperation(): Refusal {
  const message =
    'GraphQL operations must contain a non-empty `query` or the id of a persisted operation.';
  return refusal(400, 'BAD_REQUEST', message);
}

function refusal(status: number, code: string, message: string): Refusal {
  const errors = [new GraphQLError(message, { extensions: { code } })];
  return { errors, status, headers: UNCACHED };
}
