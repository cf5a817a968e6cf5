import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientResult } from '../plugin.js';
import { clientResults, once } from './client-results.js';
import { badRequest, sendErrors } from './error-replies.js';
import { Heartbeat } from './heartbeat.js';
import { identify } from './identify.js';
import { checkParameters } from './parameters.js';
import { signalOf } from './request-context.js';
import type { Services } from './services.js';

/**
 * GraphQL over server-sent events, one operation per connection ("distinct connections" of the
 * graphql-sse protocol). A result is `event: next` with its JSON on one `data:` line.
 */
export function eventStreamHandler<P>(services: Services<P>) {
  const heartbeat = new Heartbeat();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const identity = await identify(services, request, reply);
    if (!identity) return reply;
    const parameters = checkParameters(request);
    if (!parameters.ok) return sendErrors(reply, 400, [badRequest(parameters.reason, request.id)]);

    const { query, operationName, variables } = parameters;
    const caller = { ...identity, requestId: request.id };
    const prepared = await services.engine.prepare(services.graph(), {
      source: query,
      operationName,
      variables,
      caller,
      transport: 'sse',
    });
    if (!prepared.ok && isUnreadable(prepared.result)) {
      return sendErrors(reply, 400, prepared.result.errors ?? []);
    }
    if (prepared.ok && request.method === 'GET' && prepared.operation.kind === 'mutation') {
      const error = badRequest('GET requests cannot run mutations.', request.id);
      return sendErrors(reply.header('allow', 'POST'), 405, [error]);
    }
    const results = prepared.ok
      ? clientResults(services, prepared, signalOf(reply))
      : once(prepared.result);
    await writeEvents(reply, results, heartbeat, services.draining);
    return reply;
  };
}

/** Anything that is no GraphQL at all is refused by status; the rest is told inside the stream. */
function isUnreadable({ errors = [] }: ClientResult): boolean {
  return errors.some(({ extensions }) => extensions.code === 'GRAPHQL_PARSE_FAILED');
}

async function writeEvents(
  reply: FastifyReply,
  results: AsyncIterable<ClientResult>,
  heartbeat: Heartbeat,
  draining: () => boolean,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...definedHeaders(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  // Some browsers report a stream as open only after its first byte.
  raw.write(':\n\n');
  heartbeat.add(raw);
  try {
    for await (const result of results) {
      if (!(await write(raw, `event: next\ndata: ${JSON.stringify(result)}\n\n`))) return;
    }
    // Without `complete` a client knows that it should connect again.
    if (!draining()) await write(raw, 'event: complete\ndata:\n\n');
  } finally {
    heartbeat.remove(raw);
    raw.end();
  }
}

/** Waits while the client's buffer is full; `false` when the client has gone. */
async function write(raw: ServerResponse, text: string): Promise<boolean> {
  if (raw.destroyed || raw.writableEnded) return false;
  if (raw.write(text)) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      raw.off('drain', settle);
      raw.off('close', settle);
      resolve(!raw.destroyed);
    };
    raw.on('drain', settle);
    raw.on('close', settle);
  });
}

function definedHeaders(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
