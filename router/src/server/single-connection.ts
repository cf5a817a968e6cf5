import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { isStream } from '../engine/is-stream.js';
import type { Ready } from '../engine/prepared.js';
import { maskedFault } from '../observability/client-errors.js';
import type { Identity } from '../policy/authenticate.js';
import { startRecord } from './arrival.js';
import { answerClient, clientResults } from './client-results.js';
import { badRequest, sendErrors } from './error-replies.js';
import type { EventConnection } from './event-connection.js';
import { EventConnections } from './event-connections.js';
import { identify } from './identify.js';
import { acceptedTypes } from './media-types.js';
import { requestParameters } from './parameters.js';
import { sendAnswer } from './send-answer.js';
import type { Services } from './services.js';
import { openStream } from './stream-writer.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export interface SingleConnection {
  /** PUT reserves; GET with a token connects, POST runs an operation, DELETE stops one. */
  readonly handler: Handler;
  /** Streams are told to come back; answers that are on their way still leave. */
  leave(): void;
}

const LONGEST_ID = 128;

/**
 * The single connection mode of the graphql-sse protocol: one event stream carries the results of operations that are
 * asked for by requests of their own (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md). A request
 * without a token is left to `distinct`.
 */
export function singleConnection<P>(services: Services<P>, distinct: Handler): SingleConnection {
  const { limits, config } = services;
  const connections = new EventConnections(limits.eventReservations);
  /** Who a stream belongs to: the audience where the host names one, so that a renewed session keeps its stream. */
  const ownerOf = ({ principal }: Identity<P>): unknown =>
    principal === null ? null : (config.authentication?.audience?.(principal) ?? principal);

  return { handler, leave: () => connections.leaveAll() };

  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const token = tokenOf(request);
    if (request.method !== 'PUT' && token === undefined) return distinct(request, reply);
    const identity = await identify(services, request, reply);
    if (!identity) return reply;
    const owner = ownerOf(identity);
    if (request.method === 'PUT') return reserve(owner, request, reply);

    const connection = connections.find(token as string);
    // A browser's EventSource cannot say who it is: to connect, the token is enough.
    const isOwn =
      isDeepStrictEqual(connection?.owner, owner) || (request.method === 'GET' && owner === null);
    if (!connection || !isOwn) {
      const error = failed('STREAM_NOT_FOUND', 'The token names no stream of yours.', request.id);
      return sendErrors(reply, 404, [error]);
    }
    if (request.method === 'GET') return connect(connection, token as string, request, reply);
    if (request.method === 'DELETE') return stop(connection, request, reply);
    return run(connection, identity, request, reply);
  }

  function reserve(owner: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    const token = services.draining() ? undefined : connections.reserve(owner);
    if (token === undefined) {
      const error = failed('SERVICE_UNAVAILABLE', 'Too many streams are reserved.', request.id);
      return sendErrors(reply.header('retry-after', '10'), 503, [error]);
    }
    return reply.code(201).header('cache-control', 'no-store').type('text/plain').send(token);
  }

  function connect(
    connection: EventConnection,
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): unknown {
    if (connection.isConnected) {
      const error = failed('STREAM_CONFLICT', 'The stream is connected already.', request.id);
      return sendErrors(reply, 409, [error]);
    }
    connections.connect(token, openStream(reply, 'text/event-stream; charset=utf-8'));
    return reply;
  }

  function stop(
    connection: EventConnection,
    request: FastifyRequest,
    reply: FastifyReply,
  ): unknown {
    const { operationId } = request.query as Record<string, unknown>;
    if (typeof operationId !== 'string') return sendErrors(reply, 400, [noId(request.id)]);
    connection.stop(operationId);
    return reply.code(200).send();
  }

  async function run(
    connection: EventConnection,
    identity: Identity<P>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const parameters = requestParameters(request);
    if (!parameters.ok) return sendErrors(reply, 400, [badRequest(parameters.reason, request.id)]);
    const { query: source, documentId, operationName, variables, extensions } = parameters;
    const id = extensions?.operationId;
    if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) {
      return sendErrors(reply, 400, [noId(request.id)]);
    }
    const limit = limits.subscriptionsPerSocket;
    if (connection.operationCount >= limit) {
      const message = `At most ${limit} operations run at once on one connection.`;
      return sendErrors(reply, 400, [failed('TOO_MANY_SUBSCRIPTIONS', message, request.id)]);
    }
    const signal = connection.begin(id);
    if (!signal) {
      const error = failed('STREAM_CONFLICT', 'An operation of this id runs already.', request.id);
      return sendErrors(reply, 409, [error]);
    }
    const record = startRecord(request.headers);
    const caller = { ...identity, requestId: request.id, record };
    const named = { source, documentId, operationName, clientName: record.arrival.client };
    const operation = { ...named, variables, extensions, caller };
    const prepared = await services.engine.prepare(services.graph(), {
      ...operation,
      transport: 'sse',
      inParts: true,
    });
    if (!prepared.ok) {
      connection.finish(id);
      const http = { request, reply };
      const result = await answerClient(services, prepared, { caller, transport: 'sse', http });
      return sendAnswer(reply, result, prepared, acceptedTypes(request.headers.accept));
    }
    void deliver(connection, id, prepared, signal);
    return reply.code(202).send();
  }

  async function deliver(
    connection: EventConnection,
    id: string,
    ready: Ready,
    signal: AbortSignal,
  ): Promise<void> {
    const { caller } = ready;
    const continues = isStream(ready);
    if (continues) connection.streams(id);
    const results = clientResults(services, ready, { caller, transport: 'sse', signal });
    try {
      for await (const payload of results) {
        if (!(await connection.send('next', { id, payload }))) break;
      }
    } catch (fault) {
      const errors = [maskedFault(fault, caller.requestId, services.log)];
      void connection.send('next', { id, payload: { data: null, errors } });
    } finally {
      // Without `complete` the client of a subscription knows that it should connect again.
      if (!continues || !services.draining()) void connection.send('complete', { id });
      connection.finish(id);
    }
  }
}

/** Where the protocol has it; never in the log, which knows neither headers nor query strings. */
function tokenOf({ headers, query }: FastifyRequest): string | undefined {
  const token =
    headers['x-graphql-event-stream-token'] ?? (query as Record<string, unknown> | null)?.token;
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function noId(requestId: string): GraphQLError {
  return badRequest(
    `An operation of a shared stream needs an id of at most ${LONGEST_ID} characters.`,
    requestId,
  );
}

function failed(code: string, message: string, requestId: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, requestId } });
}
