import { Documents } from './documents.js';
import { createHttpServer } from './http.js';
import { serveMetrics } from './metrics.js';
import type { ServedSubgraph, ServeOptions } from './serve.types.js';
import { serveWebSocket } from './web-socket.js';

/**
 * Serves a subgraph to the router as a process of its own.
 *
 * @example
 * const served = await serveSubgraph({ name: 'crm', port: 4001, execute, subscribe, verify, ready, metrics, log });
 * process.once('SIGTERM', () => served.close());
 */
export async function serveSubgraph<P>(options: ServeOptions<P>): Promise<ServedSubgraph> {
  const { name, port, host = '127.0.0.1', closeTimeoutMs = 10_000 } = options;
  const log = options.log.child({ subgraph: name });
  const closing = new AbortController();
  const ended = new AbortController();
  const lifetime = { closing: closing.signal, ended: ended.signal };
  const documents = new Documents(name);
  const metrics = serveMetrics(options.metrics, name);
  const app = createHttpServer({ ...options, log }, documents, metrics, lifetime);
  const sockets = serveWebSocket(app.server, { ...options, log }, documents, metrics, lifetime);
  await app.listen({ port, host });
  const address = app.server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}/graphql`;
  log.info({ url }, 'subgraph is served');

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closing.abort(); // subscriptions never end by themselves
    const timer = setTimeout(() => {
      ended.abort();
      app.server.closeAllConnections();
    }, closeTimeoutMs);
    await Promise.allSettled([sockets.close(), app.close()]);
    clearTimeout(timer);
    ended.abort();
    log.info('subgraph is closed');
  };
  return {
    url,
    close() {
      closed ??= close();
      return closed;
    },
  };
}
