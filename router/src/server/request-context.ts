import type { FastifyReply } from 'fastify';

/** Aborts when the connection closes before the answer was written. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Where the client is. Over a unix socket nowhere, of which fastify's types know nothing. */
export function ipOf({ ip }: { readonly ip: string | undefined }): string {
  return ip ?? '';
}
