import type { FastifyReply, FastifyRequest } from 'fastify';
import type {
  DocumentNode,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { OperationRecord } from './observability/operation-record.js';
import type { QueryPlan } from './planner/plan.js';
import type { Supergraph } from './supergraph/supergraph.js';
import type {
  OperationContext,
  SubgraphRequest,
  SubgraphResult,
  SubgraphTransport,
} from './transport/transport.js';

/** By which way an operation came in. */
export type ClientTransport = 'http' | 'websocket' | 'sse' | 'multipart' | 'local';

/** Who asks, and on which request: one object per operation, so that a plugin may remember things by it. */
export type Caller<P = unknown> = Omit<OperationContext<P>, 'signal' | 'operation'>;

/** What is known of an operation once it has been read. */
export interface OperationInfo {
  readonly name: string | undefined;
  readonly kind: OperationTypeNode;
}

/** A valid operation with coerced variables, before it is planned. */
export interface OperationEvent<P = unknown> {
  readonly operation: OperationInfo;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** Is the document one of the host's own manifests, and not made up by whoever asks? */
  readonly trusted: boolean;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** The one in force for this operation. */
  readonly supergraph: Supergraph;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `extensions` of the client's request. */
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly caller: Caller<P>;
  readonly transport: ClientTransport;
  /** The contract that it sees; `undefined`: the whole graph. */
  readonly contract: string | undefined;
}

export interface PlanEvent<P = unknown> extends OperationEvent<P> {
  readonly plan: QueryPlan;
}

/** Why an operation is not run. Status and headers are for HTTP; default 400. */
export interface Refusal {
  readonly errors: readonly GraphQLError[];
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SubgraphRequestEvent<P = unknown> {
  readonly request: SubgraphRequest;
  readonly context: OperationContext<P>;
}

export interface SubgraphResponseEvent<P = unknown> extends SubgraphRequestEvent<P> {
  /** Absent where the subgraph could not be asked. */
  readonly result?: SubgraphResult | undefined;
  readonly failure?: unknown;
  readonly ms: number;
}

/** A result on its way to the client. */
export interface ClientResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** A deferred fragment at one place of the answer. */
export interface DeferredPayload {
  data: Record<string, unknown> | null;
  /** Where the object stands to which the fragment belongs. */
  readonly path: readonly (string | number)[];
  /** As the client gave it. */
  readonly label?: string;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/**
 * A part of an answer that comes in several: first the result of what is not deferred, then what is, piece by piece.
 * https://github.com/graphql/graphql-spec/blob/48cf7263a71a683fab03d45d309fd42d8d9a6659/spec/Section%207%20--%20Response.md
 */
export interface ClientPart extends ClientResult {
  /** Absent in the first part. */
  readonly incremental?: DeferredPayload[];
  /** Will another part come? */
  readonly hasNext: boolean;
}

/** Deferred parts of an answer on their way to the client. */
export interface DeferredEvent<P = unknown> {
  readonly operation: OperationInfo;
  readonly caller: Caller<P>;
  readonly transport: ClientTransport;
  /** To be changed in place. */
  readonly payloads: DeferredPayload[];
  /** Is this all that was left? */
  readonly isLast: boolean;
}

/** One event of a subscription. The result may be shared with other clients: return another to change it. */
export interface EventEvent<P = unknown> {
  readonly operation: OperationInfo;
  readonly caller: Caller<P>;
  readonly transport: ClientTransport;
  readonly result: ClientResult;
}

/** An event of a subscription as its subgraph sent it, once for all clients who share it. */
export interface SourceEventEvent<P = unknown> {
  readonly operation: OperationInfo;
  /** Who subscribed first. */
  readonly caller: Caller<P>;
  /** What the event takes; the calls that complete it have it in their context. */
  readonly record: OperationRecord;
}

/** To be called with what became of the event. */
export type SourceEventEnd = (result: { readonly errors: readonly GraphQLError[] }) => void;

export interface ResponseEvent<P = unknown> {
  /** Absent where no valid operation was found. */
  readonly operation: OperationInfo | undefined;
  readonly caller: Caller<P>;
  readonly transport: ClientTransport;
  /** To be changed in place. */
  readonly result: ClientResult;
  /** Are parts of the answer still to come? `onDeferred` is told of them. */
  readonly hasNext: boolean;
  /** `extensions` of each subgraph answer, in order of arrival; they never reach the client. */
  readonly subgraphExtensions: readonly SubgraphExtensions[];
  /** Over HTTP: to set cookies or headers. */
  readonly request?: FastifyRequest;
  readonly reply?: FastifyReply;
}

export interface SubgraphExtensions {
  readonly subgraph: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * What a feature adds to the life of an operation. Hooks run in the order of the plugins, each awaited; one that
 * throws is a fault: masked, logged, and the operation fails. What no plugin hooks into costs nothing.
 */
export interface RouterPlugin<P = unknown> {
  readonly name: string;
  /** Before authentication of a GraphQL request over HTTP (event streams included). May answer by itself. */
  onRequest?(event: { request: FastifyRequest; reply: FastifyReply }): void | Promise<void>;
  /** The first refusal ends it. */
  onOperation?(event: OperationEvent<P>): Refusal | undefined | Promise<Refusal | undefined>;
  /** The operation is about to run by this plan. May answer in its place: nothing is asked of a subgraph then. */
  onPlan?(event: PlanEvent<P>): ClientResult | undefined | Promise<ClientResult | undefined>;
  /** May answer in the subgraph's place. */
  onSubgraphRequest?(
    event: SubgraphRequestEvent<P>,
  ): SubgraphResult | undefined | Promise<SubgraphResult | undefined>;
  onSubgraphResponse?(event: SubgraphResponseEvent<P>): void | Promise<void>;
  /** Asked once for each transport of a subgraph: what its calls go through instead, each attempt of traffic shaping by itself. */
  wrapTransport?(subgraph: string, transport: SubgraphTransport<P>): SubgraphTransport<P>;
  /** An event of a subscription has come and is about to be completed from other subgraphs. */
  onSourceEvent?(event: SourceEventEvent<P>): SourceEventEnd | undefined;
  /** Before each event of a subscription reaches its client; may return what is sent instead. */
  onEvent?(event: EventEvent<P>): ClientResult | undefined | Promise<ClientResult | undefined>;
  /**
   * Parts of an answer that were deferred are about to be sent. What keeps something back from answers, or counts them,
   * does so here as well as in `onResponse`.
   */
  onDeferred?(event: DeferredEvent<P>): void | Promise<void>;
  /** A query or mutation has its answer, or was refused; of one that defers something: its first part. */
  onResponse?(event: ResponseEvent<P>): void | Promise<void>;
  /** The router has closed: nothing comes any more. */
  onClose?(): void | Promise<void>;
}
