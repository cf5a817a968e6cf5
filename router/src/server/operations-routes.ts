import type { FastifyInstance } from 'fastify';
import type { Services } from './services.js';

/** What operators and subgraphs ask: health, readiness, metrics, the hop keys. */
export function registerOperationsRoutes<P>(fastify: FastifyInstance, services: Services<P>): void {
  const { config, metrics, leaving, log } = services;
  fastify.get('/health', async () => ({ status: 'ok' }));
  fastify.get('/ready', async (_request, reply) => {
    const ready = !leaving() && (await isReady(config.ready, log));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  fastify.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  const { hopSigner } = config;
  if (hopSigner) {
    fastify.get('/.well-known/nexus-internal-jwks.json', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=60').send(hopSigner.jwks),
    );
  }
}

async function isReady<P>(
  ready: Services<P>['config']['ready'],
  log: Services<P>['log'],
): Promise<boolean> {
  if (!ready) return true;
  try {
    return await ready();
  } catch (error) {
    log.warn({ err: error }, 'the readiness check failed');
    return false;
  }
}
