import type { IncomingHttpHeaders } from 'node:http';

/** What a client presented: HTTP headers, and for a WebSocket its `connection_init` payload. */
export interface AuthenticationRequest {
  /** Client headers without the router's internal ones (`x-nexus-*`). */
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** `connectionParams` of a `graphql-transport-ws` connection; absent over HTTP. */
  readonly connectionParams?: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Empty over a unix socket, unless a trusted proxy says it (`trustProxy`). */
  readonly ip: string;
}

/** Who is calling. `attributes` travel with the operation to every subgraph transport. */
export type AuthenticationResult<P> =
  | { readonly principal: P; readonly attributes?: Readonly<Record<string, unknown>> }
  | { readonly anonymous: true; readonly attributes?: Readonly<Record<string, unknown>> };

/** The host's answer to "who is this?". Called once per HTTP request and once per WebSocket. */
export interface AuthenticationPort<P = unknown> {
  /** @throws AuthenticationFailed when credentials were presented and are not good. */
  authenticate(request: AuthenticationRequest): Promise<AuthenticationResult<P>>;
  /** Milliseconds that `authenticate` may take; beyond them the request fails with HTTP 500. Default 10,000. */
  timeoutMs?: number;
  /**
   * Asked before each event of a subscription, each operation on an open WebSocket, and for the
   * streams that a revocation concerns. Keep it to a look-up in memory. Default: always.
   */
  stillAllowed?(principal: P): boolean | Promise<boolean>;
  /**
   * A text that is the same for principals to whom every field answers the same, whatever session or device they
   * come by. Equal subscriptions of one audience are served from one stream. Default: each has its own.
   */
  audience?(principal: P): string;
  /**
   * The host calls `listener` when sessions were revoked, with a predicate naming whose; their
   * streams end with code `SESSION_EXPIRED`. Returns how to stop listening.
   */
  onRevoked?(listener: (concerns: (principal: P) => boolean) => void): () => void;
}

/** Credentials were presented and refused: HTTP 401, WebSocket close 4403. */
export class AuthenticationFailed extends Error {
  override readonly name = 'AuthenticationFailed';
  constructor(
    message = 'The credentials are invalid or have expired.',
    /** Shown in `extensions.code`. */
    readonly code: string = 'UNAUTHENTICATED',
    /** `cause`: a text for the log that says why. */
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
