import type { FastifyInstance } from 'fastify';
import type { OpenStreams } from '../engine/streams.js';
import type { Connections } from './connections.js';
import { sendSocketsAway } from './http-server.js';

export interface Draining {
  /** Absent where nothing was ever served. */
  readonly http: FastifyInstance | undefined;
  readonly connections: Connections | undefined;
  readonly streams: OpenStreams;
}

/** Milliseconds. */
export interface DrainTimes {
  /** How long everything is still served while `/ready` says no, so that balancers look elsewhere first; default 0. */
  readonly graceMs?: number;
  /** After that, how long whatever runs may take to finish before it is cut off; default 10,000. */
  readonly timeoutMs?: number;
}

/** Takes no new work, tells streams to come back, lets running requests finish; cuts off those that take too long. */
export async function drain(
  { http, connections, streams }: Draining,
  timeoutMs: number,
): Promise<void> {
  // Closing sockets comes before ending streams: a client told "complete" would not come back.
  if (http) sendSocketsAway(http);
  const closed = http?.close();
  connections?.drain();
  streams.endAll();
  const timer = setTimeout(() => {
    for (const client of http?.websocketServer.clients ?? []) client.terminate();
    http?.server.closeAllConnections();
  }, timeoutMs);
  await closed;
  clearTimeout(timer);
}
