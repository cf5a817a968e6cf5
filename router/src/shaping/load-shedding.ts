import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Refusal, RouterPlugin } from '../plugin.js';
import { sendErrors } from '../server/error-replies.js';
import { eventLoopDelay } from './event-loop-delay.js';

export interface LoadSheddingOptions {
  /** Requests over HTTP that wait for their answer at once; default: any number. Streams wait no more once they are open. */
  readonly maxRequests?: number;
  /** Milliseconds by which timers of the process are late on average; default: any. */
  readonly maxEventLoopDelayMs?: number;
  /** Seconds after which clients are to come back; default 1. */
  readonly retryAfterSeconds?: number;
  /** Where the delay is read; default: measured in this process. */
  readonly delay?: () => number;
}

/**
 * Refuses work that the router has no room for before it costs anything: 503 with `Retry-After` and code `OVERLOADED`,
 * over WebSocket an error. The host's own operations are never refused.
 * @throws RangeError where a bound is not above 0, or none is given
 */
export function loadShedding<P = unknown>(options: LoadSheddingOptions): RouterPlugin<P> {
  const { maxRequests = Infinity, maxEventLoopDelayMs: maxDelay = Infinity } = options;
  const { retryAfterSeconds = 1 } = options;
  if (!(maxRequests > 0 && maxDelay > 0 && retryAfterSeconds > 0)) {
    throw new RangeError('Bounds of load shedding are above 0.');
  }
  if (maxRequests === Infinity && maxDelay === Infinity) {
    throw new RangeError('Load shedding needs a bound: maxRequests or maxEventLoopDelayMs.');
  }
  const delay = maxDelay === Infinity ? () => 0 : (options.delay ?? eventLoopDelay());
  const waiting = new Set<ServerResponse>();
  const headers = { 'retry-after': String(Math.ceil(retryAfterSeconds)) };

  const isFull = (): boolean => {
    if (waiting.size < maxRequests) return false;
    // A stream stays open for long, but whoever has its headers waits no more.
    for (const response of waiting) if (response.headersSent) waiting.delete(response);
    return waiting.size >= maxRequests;
  };
  const isOverloaded = (): boolean => delay() > maxDelay || isFull();

  return {
    name: 'load-shedding',
    onRequest({ request, reply }) {
      if (isOverloaded()) {
        sendErrors(reply.headers(headers), 503, [overloaded(request.id)]);
        return;
      }
      const { raw } = reply;
      waiting.add(raw);
      raw.once('close', () => waiting.delete(raw));
    },
    onOperation({ caller, transport }): Refusal | undefined {
      // Whatever came over HTTP has been let in already.
      if (transport !== 'websocket' || !isOverloaded()) return undefined;
      return { errors: [overloaded(caller.requestId)], status: 503, headers };
    },
  };
}

function overloaded(requestId: string): GraphQLError {
  return new GraphQLError('The server has more to do than it can. Ask again soon.', {
    extensions: { code: 'OVERLOADED', requestId },
  });
}
