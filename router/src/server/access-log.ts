import type { FastifyInstance } from 'fastify';
import type { Services } from './services.js';

const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

/**
 * One line and one measurement per HTTP request. Neither knows anything that a client wrote: no
 * query string, no headers, no body.
 */
export function observeRequests<P>(fastify: FastifyInstance, { log, metrics }: Services<P>): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.raw.statusCode;
    const { method, id: requestId } = request;
    const labels = { route, method, status: `${Math.floor(status / 100)}xx` };
    metrics.http.observe(labels, reply.elapsedTime / 1000);
    const line = { requestId, method, route, status, ms: Math.round(reply.elapsedTime) };
    log[isAside(route) && status < 500 ? 'debug' : 'info'](line, 'request');
  });
}

/** Files of a page and questions of a monitor: dozens for each question that somebody has. */
function isAside(route: string): boolean {
  return route.endsWith('*') || PROBES.has(route);
}
