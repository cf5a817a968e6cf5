import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkNesting } from '../edge/document-store.js';
import { clientError } from '../observability/client-errors.js';
import type { Apollo } from './apollo.js';
import { sendErrors } from './error-replies.js';
import { identify } from './identify.js';
import { readParameters } from './parameters.js';
import { signalOf } from './request-context.js';
import type { Services } from './services.js';

/** Queries and mutations over HTTP: one request, one answer. */
export function graphqlHandler<P>(services: Services<P>, apollo: Apollo) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const identity = await identify(services, request, reply);
    if (!identity) return reply;
    const { query } = readParameters(request);
    const tooDeep =
      typeof query === 'string' ? checkNesting(query, services.limits.depth) : undefined;
    if (tooDeep) return sendErrors(reply, 400, [clientError(tooDeep, request.id, services.log)]);

    const answer = await apollo.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        body: request.body,
        search: searchOf(request),
      },
      context: async () => ({
        caller: { ...identity, requestId: request.id },
        signal: signalOf(reply),
        request,
        reply,
        subgraphExtensions: [],
        operation: undefined,
        refused: undefined,
      }),
    });
    return send(reply, answer, request.id);
  };
}

function send(reply: FastifyReply, answer: HTTPGraphQLResponse, requestId: string): FastifyReply {
  for (const [name, value] of answer.headers) void reply.header(name, value);
  const status = answer.status ?? 200;
  void reply.code(status);
  // Incremental delivery is not offered: Apollo Server always answers whole.
  const body = answer.body.kind === 'complete' ? answer.body.string : '';
  return reply.send(status < 400 ? body : withRequestId(body, requestId));
}

/** Apollo Server's own refusals know no request id. */
function withRequestId(body: string, requestId: string): string {
  if (!body.startsWith('{')) return body;
  const result: { errors?: { extensions?: Record<string, unknown> }[] } = JSON.parse(body);
  for (const error of result.errors ?? []) error.extensions = { ...error.extensions, requestId };
  return JSON.stringify(result);
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function searchOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?');
  return start === -1 ? '' : request.url.slice(start);
}
