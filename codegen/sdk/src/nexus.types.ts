import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { RetryPolicy } from './http/retry.js';
import type { GraphResult } from './http/send.js';
import type { Sequence } from './live/sequence.js';
import type { WebSocketConstructor } from './live/socket-link.js';
import type { SubscriptionState } from './live/subscription.js';
import type { Credentials, Session, SignInResult } from './session/session.types.js';
import type { Renewal, SessionChange, SignOutOptions } from './session/session-keeper.js';

export interface NexusOptions {
  /** The graph's endpoint, such as `https://nexus.example/graphql`. */
  readonly url: string;
  /** Where subscriptions go; default: `url` with `ws` for `http`. */
  readonly webSocketUrl?: string;
  /** Needed where the runtime has none (Node 20): the one of the package `ws` will do. */
  readonly WebSocket?: WebSocketConstructor;
  /** Default: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A session kept from before. */
  readonly session?: Session | null;
  /** Called at each sign-in, renewal and sign-out, so that a session can be kept. */
  readonly onSession?: (session: Session | null, change: SessionChange) => void;
  /** Stands around each renewal; needed where several clients hold one session. */
  readonly renewal?: Renewal;
  /** How long one attempt may take; default 30 s. */
  readonly timeoutMs?: number;
  /** How often and how patiently to try again. */
  readonly retry?: Partial<RetryPolicy>;
  /** How often a silent subscription is asked for a sign of life; default 12 s. */
  readonly keepAliveMs?: number;
}

export interface RequestOptions {
  /** Stops the operation with code `ABORTED`. */
  readonly signal?: AbortSignal;
  /** Default: the client's. */
  readonly timeoutMs?: number;
  /** Which operation, where the document holds several. */
  readonly operationName?: string;
  /** Headers of this request alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SubscribeOptions {
  /** Begin after this event rather than now. The document must declare `$after`. */
  readonly after?: Sequence;
  /** Ends the stream without an error. */
  readonly signal?: AbortSignal;
  /** Which operation, where the document holds several. */
  readonly operationName?: string;
  /** Told when events begin to come, when the line breaks, and when they come again. */
  readonly onState?: (state: SubscriptionState) => void;
}

/** A typed document, or plain text whose types the caller states. */
export type Document<TResult, TVariables> = TypedDocumentNode<TResult, TVariables> | string;

/** Variables may be left out where none is required. */
export type Arguments<TVariables, TOptions> =
  Record<string, never> extends TVariables
    ? [variables?: TVariables, options?: TOptions]
    : [variables: TVariables, options?: TOptions];

/** What `subscribe` returns: read it with `for await`; leaving the loop ends it. */
export interface EventStream<T> extends AsyncIterableIterator<T> {
  /** The last event's place in the log: pass it as `after` to go on another day. */
  readonly sequence: Sequence | undefined;
}

/** The graph, as one signed-in person sees it. */
export interface Nexus {
  /** Reads. Repeated by itself when the network fails. @throws NexusError */
  query<TResult = unknown, TVariables extends object = Record<string, unknown>>(
    document: Document<TResult, TVariables>,
    ...args: Arguments<TVariables, RequestOptions>
  ): Promise<TResult>;
  /**
   * Writes. Broken rules come back as data, in the payload's `errors`. Repeated by itself only
   * with an `idempotencyKey` in the input. @throws NexusError
   */
  mutate<TResult = unknown, TVariables extends object = Record<string, unknown>>(
    document: Document<TResult, TVariables>,
    ...args: Arguments<TVariables, RequestOptions>
  ): Promise<TResult>;
  /**
   * Follows. Connects again by itself and resumes after the last event, when the document selects
   * `sequence` and declares `$after`. Reading it throws a NexusError when it cannot go on.
   */
  subscribe<TResult = unknown, TVariables extends object = Record<string, unknown>>(
    document: Document<TResult, TVariables>,
    ...args: Arguments<Omit<TVariables, 'after'>, SubscribeOptions>
  ): EventStream<TResult>;
  /** Like `query` and `mutate`, but the answer as it came: partial data beside its errors. */
  execute<TResult = unknown, TVariables extends object = Record<string, unknown>>(
    document: Document<TResult, TVariables>,
    ...args: Arguments<TVariables, RequestOptions>
  ): Promise<GraphResult<TResult>>;
  /** Ends the subscriptions of whoever was signed in before. */
  signIn(credentials: Credentials): Promise<SignInResult>;
  /** Ends the session here and, unless told otherwise, on the server; and every subscription. */
  signOut(how?: SignOutOptions): Promise<void>;
  /** The present tokens, or null. */
  readonly session: Session | null;
  /** Ends every subscription and closes the socket; the session stays. */
  close(): void;
}
