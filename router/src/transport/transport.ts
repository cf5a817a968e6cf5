import type { DocumentNode, ExecutionResult, OperationTypeNode } from 'graphql';
import type { OperationRecord } from '../observability/operation-record.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { Upload } from '../upload/upload.js';
import type { HopHeaders } from './http.types.js';

/** For what a subgraph is called. Opaque to subgraphs. */
export interface RunningOperation {
  /** `subscription`: an event is completed. */
  readonly kind: OperationTypeNode;
  /** The supergraph by which it was planned. */
  readonly supergraph: Supergraph;
}

/** What a hop to a subgraph carries besides the operation. Opaque to the router. */
export interface OperationContext<P = unknown> {
  /** Whoever the host's authentication port found; `null` for an anonymous caller. */
  readonly principal: P | null;
  /** The id that also stands in the answer's `x-request-id` header and in every error. */
  readonly requestId: string;
  /** What the authentication port attached to this request (an address, a cookie, a locale). */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The files that came with the request, in their order; they stand in the variables, too. */
  readonly uploads?: readonly Upload[];
  /** Those of the client's headers that rules of traffic shaping ask for, names in lower case. */
  readonly clientHeaders?: HopHeaders | undefined;
  /** Headers that the call carries to a subgraph in another process, by those rules. */
  readonly hopHeaders?: HopHeaders | undefined;
  /** What the operation took so far; of an event of a subscription, what that event took. */
  readonly record?: OperationRecord | undefined;
  /** The operation that the call is a part of; absent where a transport is used without a router. */
  readonly operation?: RunningOperation | undefined;
  /** Aborted when the client went away, the operation timed out, or the stream ended. */
  readonly signal: AbortSignal;
}

/** One operation for one subgraph, as the query plan wrote it. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly operationName: string | undefined;
  /** The operation as text; the same string object for every run of one plan. */
  readonly query: string;
  /** The operation parsed, once per plan; treat it as frozen. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `variables` as JSON text, where it is known already; for transports that send text. */
  readonly variablesText?: string | undefined;
  /** The variables that hold representations of entities; absent: it asks for none. */
  readonly entityVariables?: readonly string[] | undefined;
  /** A transport that leaves the process adds to it what each attempt moved. */
  readonly traffic?: CallTraffic;
}

/** What a call moved over the network, all attempts together, before any compression. */
export interface CallTraffic {
  sentBytes: number;
  receivedBytes: number;
  /** The HTTP status of the last answer. */
  status?: number;
}

/** What says for how long and for whom an answer holds, as in HTTP (RFC 9111). */
export interface AnswerHeaders {
  readonly 'cache-control'?: string | undefined;
  /** Seconds since the answer was made. */
  readonly age?: string | undefined;
  /** Names of the request's headers on which the answer depends. */
  readonly vary?: string | undefined;
}

/** A subgraph's answer. The router takes ownership of `data` and merges it in place. */
export interface SubgraphResult extends ExecutionResult<Record<string, unknown>> {
  /** Of an answer over HTTP; a subgraph in this process may state them, too. */
  readonly headers?: AnswerHeaders | undefined;
}

/**
 * How one subgraph is reached. An adapter throws {@link SubgraphUnavailable} when no GraphQL answer
 * could be had; a GraphQL answer with errors is a result, not an exception.
 */
export interface SubgraphTransport<P = unknown> {
  /** `execute` rejects as soon as `context.signal` is aborted; otherwise the router itself stops waiting then. */
  readonly heedsSignal?: boolean;
  execute(request: SubgraphRequest, context: OperationContext<P>): Promise<SubgraphResult>;
  /** Ends when the subgraph ends it, or soon after `context.signal` is aborted. */
  subscribe(
    request: SubgraphRequest,
    context: OperationContext<P>,
  ): AsyncIterable<SubgraphResult> | Promise<AsyncIterable<SubgraphResult>>;
  close(): Promise<void>;
}

/**
 * Why there is no answer: the subgraph is down, slow or speaks something else; or it was not asked, because its circuit
 * breaker is open, or as many calls as it may have wait already.
 */
export type UnavailableCode =
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_CIRCUIT_OPEN'
  | 'SUBGRAPH_OVERLOADED';

/** No GraphQL answer could be had from a subgraph. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
  constructor(
    readonly subgraph: string,
    /** For the log; never shown to a client. */
    readonly reason: string,
    options?: ErrorOptions,
    /** What clients see as `extensions.code`. */
    readonly code: UnavailableCode = 'SUBGRAPH_UNAVAILABLE',
  ) {
    super(`Subgraph "${subgraph}" is unavailable: ${reason}`, options);
  }
}
