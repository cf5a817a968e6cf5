import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { isStream } from '../engine/is-stream.js';
import type { ClientResult } from '../plugin.js';
import type { Identity } from '../policy/authenticate.js';
import { startRecord } from './arrival.js';
import { answerClient } from './client-results.js';
import { badRequest, sendErrors } from './error-replies.js';
import { checkParameters } from './parameters.js';
import { signalOf } from './request-context.js';
import type { Services } from './services.js';

/**
 * Several operations in one request: a list of them in, the list of their answers out, in the same order. They run at
 * the same time, each in a context of its own; what is wrong with one is told in its place.
 */
export async function answerBatch<P>(
  services: Services<P>,
  identity: Identity<P>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const operations = request.body as readonly unknown[];
  const { batch: limit } = services.limits;
  if (operations.length === 0) {
    return sendErrors(reply, 400, [
      badRequest('A batch holds one operation at least.', request.id),
    ]);
  }
  if (operations.length > limit) return sendErrors(reply, 400, [tooLarge(limit, request.id)]);

  const signal = signalOf(reply);
  const graph = services.graph();
  const answer = async (sent: unknown): Promise<ClientResult> => {
    const parameters = checkParameters(sent);
    if (!parameters.ok) return { errors: [badRequest(parameters.reason, request.id)] };
    const { query: source, documentId, operationName, variables, extensions } = parameters;
    const record = startRecord(request.headers);
    const caller = { ...identity, requestId: request.id, record };
    const asked = { caller, transport: 'http', signal, http: { request, reply } } as const;
    const named = { source, documentId, operationName, clientName: record.arrival.client };
    const operation = { ...named, variables, extensions, caller, transport: 'http' } as const;
    const prepared = await services.engine.prepare(graph, operation);
    if (isStream(prepared)) {
      return { errors: [badRequest('A batch holds no subscriptions.', request.id)] };
    }
    return answerClient(services, prepared, asked);
  };
  const results = await Promise.all(operations.map(answer));
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(results));
}

function tooLarge(limit: number, requestId: string): GraphQLError {
  const extensions = { code: 'BATCH_TOO_LARGE', requestId };
  return new GraphQLError(`A batch holds at most ${limit} operations.`, { extensions });
}
