import { type ExecutionArgs, execute, GraphQLError, type GraphQLSchema, subscribe } from 'graphql';
import { toAsyncIterable } from './as-async-iterable.js';
import type {
  OperationContext,
  SubgraphRequest,
  SubgraphResult,
  SubgraphTransport,
} from './transport.js';

/** A subgraph in this process, as functions on parsed documents. */
export interface InProcessFunctions<P> {
  execute(
    request: SubgraphRequest,
    context: OperationContext<P>,
  ): SubgraphResult | Promise<SubgraphResult>;
  /** Left out by a subgraph without subscriptions. */
  subscribe?(
    request: SubgraphRequest,
    context: OperationContext<P>,
  ):
    | AsyncIterable<SubgraphResult>
    | SubgraphResult
    | Promise<AsyncIterable<SubgraphResult> | SubgraphResult>;
  close?(): void | Promise<void>;
}

/** A subgraph in this process, as an executable schema. */
export interface InProcessSchema<P> {
  schema: GraphQLSchema;
  /** graphql-js' `contextValue` for one subgraph operation. */
  contextValue?(context: OperationContext<P>): unknown;
}

/**
 * A subgraph call that is a function call: no text, no JSON, no socket in between.
 *
 * @example
 * inProcess({ schema, contextValue: ({ principal }) => ({ viewer: principal }) })
 */
export function inProcess<P = unknown>(
  options: InProcessFunctions<P> | InProcessSchema<P>,
): SubgraphTransport<P> {
  const functions = 'schema' in options ? runSchema(options) : options;
  return {
    execute: async (request, context) => functions.execute(request, context),
    subscribe: async (request, context) => {
      if (!functions.subscribe) {
        return toAsyncIterable({ errors: [noSubscriptions(request.subgraph)] });
      }
      return toAsyncIterable(await functions.subscribe(request, context));
    },
    close: async () => functions.close?.(),
  };
}

function runSchema<P>({ schema, contextValue }: InProcessSchema<P>): InProcessFunctions<P> {
  const argsFor = (request: SubgraphRequest, context: OperationContext<P>): ExecutionArgs => ({
    schema,
    document: request.document,
    variableValues: request.variables,
    contextValue: contextValue ? contextValue(context) : context,
  });
  return {
    execute: (request, context) => execute(argsFor(request, context)) as Promise<SubgraphResult>,
    subscribe: (request, context) =>
      subscribe(argsFor(request, context)) as Promise<AsyncIterable<SubgraphResult>>,
  };
}

function noSubscriptions(subgraph: string): GraphQLError {
  return new GraphQLError(`Subgraph "${subgraph}" offers no subscriptions.`, {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  });
}
