import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { maskedFault } from '../observability/client-errors.js';
import type { ClientResult } from '../plugin.js';
import type { Heartbeat } from './heartbeat.js';
import type { Services } from './services.js';

/** How results are written into an answer that stays open. */
export interface StreamFormat {
  readonly contentType: string;
  /** The first bytes: some browsers report a stream as open only after them. */
  readonly opening: string;
  readonly heartbeat: string;
  result(result: ClientResult): string;
  /** After the last result. */
  readonly complete: string;
  /** Instead of it where the router is on its way down: the client is to come back. */
  readonly away: string;
}

/**
 * Writes results as they come, no faster than the client reads; ends when they or the client do.
 * `continues`: a subscription, whose client is to come back where the router goes down; an answer is complete.
 */
export async function writeStream<P>(
  { draining, log }: Services<P>,
  reply: FastifyReply,
  results: AsyncIterable<ClientResult>,
  format: StreamFormat,
  continues: boolean,
  heartbeat?: Heartbeat,
): Promise<void> {
  const raw = openStream(reply, format.contentType);
  raw.write(format.opening);
  heartbeat?.add(raw);
  try {
    for await (const result of results) {
      if (!(await write(raw, format.result(result)))) return;
    }
    await write(raw, continues && draining() ? format.away : format.complete);
  } catch (fault) {
    const errors = [maskedFault(fault, reply.request.id, log)];
    await write(raw, format.result({ data: null, errors }) + format.complete);
  } finally {
    heartbeat?.remove(raw);
    raw.end();
  }
}

/** Takes the connection over from fastify, which would wait for an end. */
export function openStream(reply: FastifyReply, contentType: string): ServerResponse {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...definedHeaders(reply),
    'content-type': contentType,
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  return raw;
}

/** Waits while the client's buffer is full; `false` when the client has gone. */
export async function write(raw: ServerResponse, text: string): Promise<boolean> {
  if (raw.destroyed || raw.writableEnded) return false;
  if (text === '' || raw.write(text)) return true;
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
