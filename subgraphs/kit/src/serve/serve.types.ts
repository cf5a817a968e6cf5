import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** One operation as the router sent it. The same shape as an in-process call. */
export interface ServedRequest {
  readonly subgraph: string;
  readonly operationKind: OperationKind;
  readonly operationName: string | undefined;
  readonly query: string;
  /** Parsed once per text; treat it as frozen. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface ServedContext<P> {
  /** Whom the token names; null for an anonymous caller of the router. */
  readonly principal: P | null;
  readonly requestId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Aborted when the router went away or the process ends. */
  readonly signal: AbortSignal;
}

export type ServedResult = ExecutionResult<Record<string, unknown>>;

/** Lower-case names. */
export type HopHeaders = Readonly<Record<string, string>>;

/** Whether a token is the router's, and for whom it speaks. */
export type Verified<P> =
  | { readonly ok: true; readonly principal: P | null }
  | { readonly ok: false; readonly reason: string };

export interface ServeOptions<P> {
  /** The subgraph's name: in logs, metrics and requests. */
  readonly name: string;
  /** 0 takes a free one; see `ServedSubgraph.url`. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  execute(request: ServedRequest, context: ServedContext<P>): ServedResult | Promise<ServedResult>;
  /** Left out by a subgraph without subscriptions. */
  subscribe?(
    request: ServedRequest,
    context: ServedContext<P>,
  ):
    | AsyncIterable<ServedResult>
    | ServedResult
    | Promise<AsyncIterable<ServedResult> | ServedResult>;
  /** Checks the router's internal token. Nothing is executed for anybody else. */
  verify(token: string): Promise<Verified<P>>;
  /** What else the router says about the request, from the headers of a verified hop; default: nothing. */
  attributes?(headers: HopHeaders): Readonly<Record<string, unknown>>;
  /** Whether the process can do its work now; asked by `/ready`. */
  ready(): boolean | Promise<boolean>;
  readonly metrics: Registry;
  readonly log: Logger;
  /** Largest body of a request; default 8 MiB. */
  readonly bodyLimitBytes?: number;
  /** How long `close` lets running operations go on; default 10,000 ms. */
  readonly closeTimeoutMs?: number;
}

/** How far the end of the process has come. */
export interface Lifetime {
  /** Nothing new is taken; subscriptions end. */
  readonly closing: AbortSignal;
  /** What still runs is given up. */
  readonly ended: AbortSignal;
}

export interface ServedSubgraph {
  /** `http://host:port/graphql` */
  readonly url: string;
  /** Not ready at once, takes nothing new, lets running operations finish within the limit. */
  close(): Promise<void>;
}
