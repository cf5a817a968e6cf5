import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, type Identity } from '../policy/authenticate.js';
import { sendErrors } from './error-replies.js';
import { ipOf } from './request-context.js';
import type { Services } from './services.js';

/** Runs the plugins' hooks and authentication; `undefined` when a refusal was sent. */
export async function identify<P>(
  { config, hooks, log, clientHeaders }: Services<P>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Identity<P> | undefined> {
  for (const hook of hooks.onRequest) {
    await hook({ request, reply });
    if (reply.sent) return undefined;
  }
  const { headers, cookies } = request;
  const asked = { headers, cookies, ip: ipOf(request) };
  const result = await authenticate(config.authentication, asked, request.id, log);
  if (result.ok) return { ...result.identity, clientHeaders: clientHeaders?.(headers) };
  if (result.status === 401) void reply.header('www-authenticate', 'Bearer');
  sendErrors(reply, result.status, [result.error]);
  return undefined;
}
