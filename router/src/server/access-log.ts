import type { FastifyInstance } from 'fastify';
import type { Services } from './services.js';

const PROBES: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

/**
 * One line per operation, and one per HTTP request that was for none; one measurement per request. None knows what a
 * client wrote but the names of operation and client: no query string, no headers, no body.
 */
export function observeRequests<P>(
  fastify: FastifyInstance,
  { log, metrics, reports }: Services<P>,
): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.raw.statusCode;
    const { method, id: requestId } = request;
    const labels = { route, method, status: `${Math.floor(status / 100)}xx` };
    metrics.http.observe(labels, reply.elapsedTime / 1000);
    const lines = reports.take(request);
    if (!lines) {
      const line = { requestId, method, route, status, ms: Math.round(reply.elapsedTime) };
      log[isAside(route) && status < 500 ? 'debug' : 'info'](line, 'request');
      return;
    }
    // The answers of a batch are counted by nobody one by one.
    const bytes = lines.length === 1 ? Number(reply.getHeader('content-length')) : undefined;
    for (const line of lines) log.info({ ...line, method, route, status, bytes }, 'operation');
  });
}

/** Files of a page and questions of a monitor: dozens for each question that somebody has. */
function isAside(route: string): boolean {
  return route.endsWith('*') || PROBES.has(route);
}
