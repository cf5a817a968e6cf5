import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import { contractNamed } from '../contracts/choose-contract.js';
import { registerInvalidation } from '../entity-cache/invalidation-route.js';
import { requestIdFrom } from '../observability/request-id.js';
import { stripInternalHeaders } from '../policy/authenticate.js';
import { observeRequests } from './access-log.js';
import { type AnswerCaching, answerCaching } from './answer-caching.js';
import { registerCallbackRoute } from './callback-route.js';
import { errorHandler, notFoundHandler } from './error-replies.js';
import { registerExplorer } from './explorer-routes.js';
import { graphPaths } from './graph-paths.js';
import { EVENTS_ONLY, graphqlHandler } from './graphql-route.js';
import { registerOperationsRoutes } from './operations-routes.js';
import { registerSecurity } from './security.js';
import type { Services } from './services.js';
import { singleConnection } from './single-connection.js';
import { sendAway } from './socket-answers.js';
import { registerStaticRoute } from './static-routes.js';
import { webSocketHandler } from './web-socket.js';

/** The whole HTTP side: GraphQL on three transports, operations routes, the host's own. */
export async function createHttpServer<P>(services: Services<P>): Promise<FastifyInstance> {
  const { config, limits, log } = services;
  const fastify = Fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: config.trustProxy ?? false,
    requestIdHeader: false,
    genReqId: ({ headers }) => requestIdFrom(headers['x-request-id']),
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    logger: false,
  });
  fastify.setErrorHandler(errorHandler(log));
  fastify.setNotFoundHandler(notFoundHandler);
  fastify.addHook('onRequest', async (request, reply) => {
    stripInternalHeaders(request.headers);
    void reply.header('x-request-id', request.id);
  });
  observeRequests(fastify, services);
  await registerSecurity(fastify, config.corsOrigins ?? []);
  await fastify.register(websocket, {
    options: { maxPayload: limits.bodyBytes, perMessageDeflate: false, handleProtocols },
    preClose(done) {
      sendSocketsAway(this);
      // Those on which somebody waits for an answer stay open; to wait for them here would let new requests in.
      this.websocketServer.close();
      done();
    },
  });
  await fastify.register(async (scope) => {
    // JSON is understood, and files where they are taken; fastify answers 415 to everything else.
    scope.removeContentTypeParser('text/plain');
    if (config.uploads) {
      // Read by the route, file by file.
      scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
    }
    const caching = answerCaching(services, scope);
    for (const [path, seen] of endpoints(services)) registerGraphql(scope, path, seen, caching);
  });
  registerOperationsRoutes(fastify, services);
  const { invalidation } = config.entityCache ?? {};
  const { entityCache } = services;
  if (entityCache && invalidation) registerInvalidation(fastify, entityCache, invalidation, log);
  if (config.callbacks) registerCallbackRoute(fastify, config.callbacks);
  await config.routes?.(fastify);
  await registerExplorer(fastify, config);
  for (const route of config.staticRoutes ?? []) await registerStaticRoute(fastify, route);
  await fastify.ready();
  return fastify;
}

/** Closes WebSockets in the way that tells clients to come back, once those have their answers. */
export function sendSocketsAway({ websocketServer }: FastifyInstance): void {
  for (const client of websocketServer.clients) sendAway(client);
}

/** The paths at which GraphQL is served, and what is served there: the whole graph, or one contract of it. */
function endpoints<P>(services: Services<P>): [path: string, Services<P>][] {
  return graphPaths(services.config).map(({ path, contract }) => [
    path,
    contract === undefined
      ? services
      : { ...services, graph: () => contractNamed(services.graph(), contract) },
  ]);
}

function registerGraphql<P>(
  scope: FastifyInstance,
  path: string,
  services: Services<P>,
  caching: AnswerCaching | undefined,
): void {
  const handler = graphqlHandler(services, { caching });
  const wsHandler = webSocketHandler(services);
  scope.route({ method: 'GET', url: path, handler, wsHandler });
  scope.route({ method: 'POST', url: path, handler });
  const events = singleConnection(services, graphqlHandler(services, { fixed: EVENTS_ONLY }));
  scope.addHook('preClose', async () => events.leave());
  scope.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: `${path}/stream`,
    handler: events.handler,
  });
}
