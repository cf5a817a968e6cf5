import type { FastifyReply } from 'fastify';
import type { Prepared } from '../engine/prepared.js';
import type { ClientResult } from '../plugin.js';
import type { Lookup } from '../response-cache/response-cache.js';
import type { AnswerCaching } from './answer-caching.js';
import type { Accepted } from './media-types.js';
import { bodyOf } from './written-result.js';

/** Writes one whole answer: body, media type, and the status that the specification gives it. */
export function sendAnswer(
  reply: FastifyReply,
  result: ClientResult,
  prepared: Prepared,
  accepted: Accepted,
  cached?: { readonly caching: AnswerCaching; readonly lookup: Lookup | undefined } | undefined,
): FastifyReply {
  if (!prepared.ok) void reply.headers(prepared.headers ?? {});
  void reply.code(statusOf(result, prepared, accepted));
  const body = bodyOf(result);
  // What a plugin says of it is left alone.
  if (!reply.hasHeader('cache-control')) {
    void reply.header('cache-control', 'no-store');
    const { caching, lookup } = cached ?? {};
    if (caching?.leave(reply, { result, body, lookup }) === false) return reply.code(304).send();
  }
  return reply.type(`${accepted.answer ?? 'application/json'}; charset=utf-8`).send(body);
}

/** Was it refused because it is no GraphQL at all? */
export function isUnreadable(result: ClientResult): boolean {
  return hasCode(result, 'GRAPHQL_PARSE_FAILED');
}

function statusOf(result: ClientResult, prepared: Prepared, { legacy }: Accepted): number {
  if (prepared.ok) return 'data' in result ? 200 : 500;
  // A status that a plugin chose is meant for whoever reads statuses: proxies, retries, legacy clients too.
  if (prepared.status !== undefined && prepared.status !== 400) return prepared.status;
  if (hasCode(result, 'INTERNAL_SERVER_ERROR')) return 500;
  return legacy ? 200 : 400;
}

function hasCode({ errors = [] }: ClientResult, code: string): boolean {
  return errors.some(({ extensions }) => extensions?.code === code);
}
