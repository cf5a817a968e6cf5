import type { FastifyInstance } from 'fastify';
import type { Callbacks } from '../transport/callback/callback.js';

const PROTOCOL = { 'subscription-protocol': 'callback/1.0' };

/** Where subgraphs bring the events of subscriptions. The body of a stranger's request is not even read. */
export function registerCallbackRoute(fastify: FastifyInstance, callbacks: Callbacks): void {
  callbacks.isServed = true;
  fastify.route<{ Params: { id: string } }>({
    method: 'POST',
    url: `${callbacks.path}/:id`,
    bodyLimit: callbacks.maxEventBytes,
    onRequest: async ({ params }, reply) => {
      void reply.headers(PROTOCOL);
      if (!callbacks.expects(params.id)) return reply.code(404).send();
    },
    handler: async ({ params, body }, reply) =>
      reply.code(callbacks.receive(params.id, body)).send(),
  });
}
