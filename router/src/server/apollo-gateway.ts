import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type Engine, operationInfo } from '../engine/engine.js';
import type { Graph } from '../engine/graph.js';
import type { RequestContext } from './request-context.js';

/** The engine in the shape in which Apollo Server takes a gateway. */
export class ApolloGateway implements GatewayInterface {
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  readonly #graphs = new WeakMap<GraphQLSchema, Graph>();

  constructor(
    private readonly engine: Engine,
    private current: Graph,
  ) {}

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<GatewayLoadResult> {
    this.use(this.current);
    return { executor: (request) => this.#execute(request) };
  }

  /** Takes another graph into force; operations already validated finish on theirs. */
  use(graph: Graph): void {
    this.current = graph;
    this.#graphs.set(graph.schema, graph);
    const { apiSchema, sdl: coreSupergraphSdl } = graph.supergraph;
    for (const listener of this.#listeners) listener({ apiSchema, coreSupergraphSdl });
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
  }

  async #execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const context = request.context as RequestContext;
    const graph = this.#graphs.get(request.schema) ?? this.current;
    const { operationName, variables, extensions } = request.request;
    const { caller, signal, subgraphExtensions } = context;
    const prepared = await this.engine.prepare(graph, {
      source: request.document,
      operationName,
      variables,
      extensions,
      caller,
      transport: 'http',
    });
    if (!prepared.ok) {
      const { status, headers } = prepared;
      context.refused = { ...(status && { status }), ...(headers && { headers }) };
      return prepared.result;
    }
    const { operation } = prepared;
    context.operation = operationInfo(operation);
    if (operation.kind === 'subscription') return { errors: [needsStream(caller.requestId)] };
    return this.engine.execute(prepared, signal, subgraphExtensions);
  }
}

function needsStream(requestId: string): GraphQLError {
  return new GraphQLError(
    'A subscription needs an event stream: ask with "accept: text/event-stream", or over WebSocket.',
    { extensions: { code: 'BAD_REQUEST', requestId } },
  );
}
