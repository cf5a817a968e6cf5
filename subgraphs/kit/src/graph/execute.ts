import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { SubscriberTooSlow } from '../consumers/index.js';
import { Refusal } from '../events/index.js';
import { GraphContext, type RequestDetail, type SubgraphRuntime } from './graph-context.js';

export interface SubgraphOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Runs a query or mutation of one caller. Faults are in `errors`, with their cause as `originalError`; as of which place
 * in the log the answer is, at least, is in `extensions.sequence`.
 */
export async function executeOperation(
  schema: GraphQLSchema,
  runtime: SubgraphRuntime,
  operation: SubgraphOperation,
  detail: RequestDetail,
): Promise<ExecutionResult> {
  const ctx = new GraphContext(runtime, detail);
  // Looked at before anything is read.
  const { sequence } = runtime.consumers;
  try {
    const result = presentErrors(
      await execute({
        schema,
        document: operation.document,
        operationName: operation.operationName,
        variableValues: operation.variables as { [name: string]: unknown },
        contextValue: ctx,
      }),
    );
    return { ...result, extensions: { ...result.extensions, sequence } };
  } finally {
    void ctx.read.close();
  }
}

/** Runs a subscription: each event is resolved with a context, loaders and reads of its own. */
export async function* subscribeOperation(
  schema: GraphQLSchema,
  runtime: SubgraphRuntime,
  operation: SubgraphOperation,
  detail: RequestDetail,
): AsyncGenerator<ExecutionResult> {
  const { document, operationName } = operation;
  const variableValues = operation.variables as { [name: string]: unknown };
  const ctx = new GraphContext(runtime, detail);
  const source = await createSourceEventStream({
    schema,
    document,
    operationName,
    variableValues,
    contextValue: ctx,
  });
  if (!(Symbol.asyncIterator in source)) {
    yield presentErrors(source);
    return;
  }
  try {
    for await (const rootValue of source) {
      const contextValue = ctx.again();
      try {
        yield presentErrors(
          await execute({
            schema,
            document,
            operationName,
            variableValues,
            rootValue,
            contextValue,
          }),
        );
      } finally {
        void contextValue.read.close();
      }
    }
  } catch (error) {
    yield presentErrors({ errors: [asGraphQLError(error)] });
  } finally {
    await ctx.read.close();
  }
}

/** Broken rules in a query's arguments (a page size, a cursor) are the caller's, not faults. */
function presentErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map(describe) };
}

/**
 * Said by graphql-js of a value that does not fit its type, a scalar that only we know, say: it points at the
 * variable or the literal, where all that resolvers throw points at a field.
 */
function isBadValue(error: GraphQLError): boolean {
  const told = error.path ? error.originalError : error;
  if (!(told instanceof GraphQLError) || error.extensions.code !== undefined) return false;
  const [node] = told.nodes ?? [];
  return node !== undefined && node.kind !== Kind.FIELD;
}

function describe(error: GraphQLError): GraphQLError {
  const { originalError } = error;
  if (isBadValue(error)) {
    return new GraphQLError(error.message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  if (!(originalError instanceof Refusal)) return error;
  const [first] = originalError.errors;
  return new GraphQLError(first?.message ?? 'Refused', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'BAD_USER_INPUT', rule: first?.rule, argument: first?.path },
  });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof SubscriberTooSlow) {
    return new GraphQLError(error.message, { extensions: { code: 'SUBSCRIBER_TOO_SLOW' } });
  }
  if (error instanceof Refusal) {
    const [first] = error.errors;
    return new GraphQLError(first?.message ?? 'Refused', {
      extensions: { code: 'BAD_USER_INPUT', rule: first?.rule },
    });
  }
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('Internal error', { originalError: error as Error });
}
