import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type Documents, readMessage } from './documents.js';
import { maskedFault, untrusted } from './errors.js';
import { type Hop, headersOf, requestIdOf, verifyHop } from './hop.js';
import type { ServeMetrics } from './metrics.js';
import { runOperation } from './run-operation.js';
import type { Lifetime, ServedResult, ServeOptions } from './serve.types.js';

/** The HTTP side of a subgraph: /graphql for the router; /health, /ready and /metrics for whoever runs it. */
export function createHttpServer<P>(
  options: ServeOptions<P>,
  documents: Documents,
  metrics: ServeMetrics,
  lifetime: Lifetime,
): FastifyInstance {
  const { log } = options;
  const app = fastify({
    logger: false, // operations are logged where they run, with more to say
    bodyLimit: options.bodyLimitBytes ?? 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // Longer than the router keeps its connections, so that it never writes to one that we just closed.
    keepAliveTimeout: 75_000,
  });
  const hops = new WeakMap<FastifyRequest, Hop<P>>();

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const requestId = requestIdOf(headersOf(request.headers));
    const status = error.statusCode ?? 500;
    if (status >= 500) return answer(reply, 500, maskedFault(error, requestId, log));
    return answer(reply, status, refusal(error.message, requestId));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());

  app.addHook('onSend', async (_request, reply) => {
    // What was kept alive would keep the closing server waiting.
    if (lifetime.closing.aborted) reply.header('connection', 'close');
  });

  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const ready = !lifetime.closing.aborted && (await isReady(options));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(options.metrics.contentType).send(await options.metrics.metrics()),
  );

  app.post('/graphql', {
    // Before the body is read: nobody but the router costs us more than this.
    onRequest: async (request, reply) => {
      const headers = headersOf(request.headers);
      const hop = await verifyHop(options, headers);
      if (hop) {
        hops.set(request, hop);
        reply.header('x-request-id', hop.requestId);
        return;
      }
      reply.header('www-authenticate', 'Bearer');
      return answer(reply, 401, untrusted(requestIdOf(headers)));
    },
    handler: async (request, reply) => {
      const hop = hops.get(request) as Hop<P>; // no handler runs without one
      const message = readMessage(request.body);
      if (!message) return answer(reply, 400, refusal('This is no GraphQL request', hop.requestId));
      try {
        const operation = documents.request(message);
        if (operation.operationKind === 'subscription') {
          return answer(reply, 400, refusal('Subscriptions need a WebSocket', hop.requestId));
        }
        const signal = AbortSignal.any([clientGone(request, reply), lifetime.ended]);
        return reply.send(await runOperation(options, metrics, operation, hop, signal));
      } catch (error) {
        if (error instanceof GraphQLError) return answer(reply, 400, error);
        throw error;
      }
    },
  });
  return app;
}

function answer(reply: FastifyReply, status: number, ...errors: readonly GraphQLError[]) {
  const body: ServedResult = { errors };
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

function refusal(message: string, requestId: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', requestId } });
}

async function isReady<P>({ ready, log }: ServeOptions<P>): Promise<boolean> {
  try {
    return await ready();
  } catch (error) {
    log.warn({ err: error }, 'readiness could not be told');
    return false;
  }
}

/** Aborted when the caller hangs up before its answer is written. */
function clientGone(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  request.raw.socket.once('close', abort);
  reply.raw.once('finish', () => request.raw.socket.off('close', abort));
  return controller.signal;

  function abort(): void {
    controller.abort();
  }
}
