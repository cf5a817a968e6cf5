/** One entry of a GraphQL answer's `errors`. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string } & Readonly<
    Record<string, unknown>
  >;
}

/** Codes that this client gives by itself; every other code is the server's. */
export type ClientErrorCode =
  /** The request did not reach the server, or its answer did not reach us. */
  | 'NETWORK_ERROR'
  /** No answer within the time limit. */
  | 'TIMEOUT'
  /** The caller's own `signal` stopped it. */
  | 'ABORTED'
  /** What answered does not speak GraphQL (a proxy's error page, say). */
  | 'BAD_RESPONSE'
  /** The document is not GraphQL, or not of the kind that was called. */
  | 'BAD_DOCUMENT'
  /** The server refused the WebSocket for good. */
  | 'CONNECTION_REFUSED'
  /** There is no WebSocket in this runtime: pass one to `createNexus`. */
  | 'NO_WEBSOCKET'
  /** Nobody is signed in any more: sign in again. */
  | 'UNAUTHENTICATED';

export interface NexusErrorDetails {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly GraphError[] | undefined;
  readonly data?: unknown;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/**
 * What went wrong outside the domain: the network, the sign-in, the limits, a fault of the server.
 * A broken business rule is not one of these: it is data, in the payload's `errors`.
 */
export class NexusError extends Error {
  override readonly name = 'NexusError';
  /** Quote it when asking for help: the server logged the fault under it. */
  readonly requestId: string | undefined;
  /** HTTP status, where an answer came. */
  readonly status: number | undefined;
  /** The answer's top-level errors; empty when there was no answer. */
  readonly errors: readonly GraphError[];
  /** What the answer held beside its errors. */
  readonly data: unknown;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: ClientErrorCode | (string & {}),
    message: string,
    details: NexusErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.errors = details.errors ?? [];
    this.requestId = details.requestId ?? this.errors[0]?.extensions?.requestId;
    this.status = details.status;
    this.data = details.data;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** The error that a GraphQL answer's `errors` amount to: the first one speaks for all. */
  static fromErrors(errors: readonly GraphError[], details: NexusErrorDetails = {}): NexusError {
    const [first] = errors;
    return new NexusError(
      first?.extensions?.code ?? 'UNKNOWN',
      first?.message ?? 'The server answered with an error that says nothing.',
      { ...details, errors },
    );
  }
}
