import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { acceptedTypes } from './media-types.js';
import { takeIn } from './refused-body.js';

/** Answers with errors in GraphQL's shape, which every client of this server understands. */
export function sendErrors(
  reply: FastifyReply,
  status: number,
  errors: readonly GraphQLError[],
): FastifyReply {
  const { answer = 'application/json' } = acceptedTypes(reply.request.headers.accept);
  return reply.code(status).type(`${answer}; charset=utf-8`).send(JSON.stringify({ errors }));
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** What fastify refuses (a body too large, no JSON, an unknown media type), in GraphQL's shape. */
export function errorHandler(log: Logger) {
  return async (
    error: FastifyError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const status = error.statusCode ?? 500;
    const { id: requestId } = request;
    if (status >= 500) {
      log.error({ requestId, err: error }, 'request failed unexpectedly');
      const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
      return sendErrors(reply, status, [new GraphQLError('Internal server error', { extensions })]);
    }
    if (status === 413) await takeIn(request.raw);
    const extensions = { code: CODES[status] ?? 'BAD_REQUEST', requestId };
    return sendErrors(reply, status, [new GraphQLError(error.message, { extensions })]);
  };
}

export function notFoundHandler(request: FastifyRequest, reply: FastifyReply): void {
  const extensions = { code: 'NOT_FOUND', requestId: request.id };
  sendErrors(reply, 404, [new GraphQLError('There is nothing at this address.', { extensions })]);
}

export function badRequest(message: string, requestId: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', requestId } });
}

export function notAcceptable(requestId: string): GraphQLError {
  const message =
    'Answers are written as application/graphql-response+json or application/json, streams as text/event-stream or multipart/mixed;subscriptionSpec=1.0.';
  return new GraphQLError(message, { extensions: { code: 'NOT_ACCEPTABLE', requestId } });
}
