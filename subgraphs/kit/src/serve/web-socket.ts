import type { Server } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Documents, readMessage } from './documents.js';
import { untrusted } from './errors.js';
import { type Hop, headersOf, requestIdOf, verifyHop } from './hop.js';
import type { ServeMetrics } from './metrics.js';
import { runOperation } from './run-operation.js';
import { runSubscription } from './run-subscription.js';
import type { HopHeaders, Lifetime, ServedRequest, ServeOptions } from './serve.types.js';

interface Served<P> {
  readonly request: ServedRequest;
  readonly hop: Hop<P>;
}

/**
 * Operations over `graphql-transport-ws` at /graphql. Credentials stand in the connection's parameters, or in
 * each operation's `extensions.headers` where many callers share a socket; the latter win.
 */
export function serveWebSocket<P>(
  server: Server,
  options: ServeOptions<P>,
  documents: Documents,
  metrics: ServeMetrics,
  lifetime: Lifetime,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.bodyLimitBytes ?? 8 * 1024 * 1024,
  });
  server.on('upgrade', (request, socket, head) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/graphql' || lifetime.closing.aborted) {
      socket.on('error', () => {}); // it may be gone before it is told
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) =>
      sockets.emit('connection', client, request),
    );
  });

  const graphql = useServer(
    {
      async onConnect({ connectionParams }) {
        const headers = headersOf(connectionParams);
        // Without credentials of its own a connection can do nothing but name them per operation.
        return !headers.authorization || (await verifyHop(options, headers)) !== undefined;
      },
      async onSubscribe({ connectionParams }, _id, payload) {
        const message = readMessage(payload);
        if (!message) return [badRequest()];
        const headers = hopHeaders(connectionParams, message.extensions.headers);
        const hop = await verifyHop(options, headers);
        if (!hop) return [untrusted(requestIdOf(headers))];
        try {
          return serve({ request: documents.request(message), hop });
        } catch (error) {
          return [error instanceof GraphQLError ? error : badRequest()];
        }
      },
      execute: (args) => {
        const { request, hop } = served<P>(args);
        return runOperation(options, metrics, request, hop, lifetime.ended);
      },
      subscribe: (args) => {
        const { request, hop } = served<P>(args);
        return runSubscription(options, metrics, request, hop, lifetime.closing);
      },
      isProd: true,
    },
    sockets,
  );
  return {
    async close() {
      // A peer that does not say goodbye is not waited for.
      const timer = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, 1_000);
      await graphql.dispose();
      clearTimeout(timer);
    },
  };
}

// graphql-ws hands these back to `execute` and `subscribe`; the schema lives behind our own functions.
function serve<P>(operation: Served<P>): ExecutionArgs {
  const { document, operationName, variables } = operation.request;
  const args = {
    document,
    operationName,
    variableValues: variables,
    contextValue: operation,
    rootValue: undefined,
  };
  return args as unknown as ExecutionArgs;
}

function served<P>(args: ExecutionArgs): Served<P> {
  return args.contextValue as Served<P>;
}

function hopHeaders(connection: unknown, operation: unknown): HopHeaders {
  return { ...headersOf(connection), ...headersOf(operation) };
}

function badRequest(): GraphQLError {
  return new GraphQLError('This is no GraphQL request', { extensions: { code: 'BAD_REQUEST' } });
}
