import type { FastifyReply, FastifyRequest } from 'fastify';
import { isInParts, isStream } from '../engine/is-stream.js';
import type { Prepared, Ready } from '../engine/prepared.js';
import type { Caller, ClientTransport } from '../plugin.js';
import type { AnswerCaching } from './answer-caching.js';
import { startRecord } from './arrival.js';
import { answerBatch } from './batch.js';
import { type Asked, answerClient, clientResults } from './client-results.js';
import { begun, deferredResults } from './deferred-results.js';
import { badRequest, notAcceptable, sendErrors } from './error-replies.js';
import { FORGEABLE, isForgeable } from './forgery.js';
import { Heartbeat } from './heartbeat.js';
import { identify } from './identify.js';
import { type Accepted, acceptedTypes, type StreamType } from './media-types.js';
import { checkParameters, type Parameters, requestParameters } from './parameters.js';
import { signalOf } from './request-context.js';
import { isUnreadable, sendAnswer } from './send-answer.js';
import type { Services } from './services.js';
import { deferredFormat, streamFormats } from './stream-formats.js';
import { writeStream } from './stream-writer.js';
import { isUpload, withUploads } from './uploads.js';

const TRANSPORTS = { 'text/event-stream': 'sse', 'multipart/mixed': 'multipart' } as const;

/** Whatever a request to `<path>/stream` says: it wants events. */
export const EVENTS_ONLY: Accepted = {
  stream: 'text/event-stream',
  deferred: false,
  prefersStream: true,
  legacy: false,
};

/**
 * GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): one request, one answer, or a stream of
 * results where the client takes one and the operation has more than one.
 */
export function graphqlHandler<P>(
  services: Services<P>,
  { fixed, caching }: { fixed?: Accepted; caching?: AnswerCaching | undefined } = {},
) {
  const heartbeats: Readonly<Record<StreamType, Heartbeat>> = {
    'text/event-stream': new Heartbeat(streamFormats['text/event-stream'].heartbeat),
    'multipart/mixed': new Heartbeat(streamFormats['multipart/mixed'].heartbeat),
  };

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const identity = await identify(services, request, reply);
    if (!identity) return reply;
    const accepted = fixed ?? acceptedTypes(request.headers.accept);
    if (!accepted.answer && !accepted.stream && !accepted.deferred) {
      return sendErrors(reply, 406, [notAcceptable(request.id)]);
    }
    // A stream by GET is opened by browsers' EventSource, which sends no headers; it cannot run mutations.
    const isEventSource = request.method === 'GET' && prefersEvents(accepted);
    if (!isEventSource && isForgeable(request)) {
      return sendErrors(reply, 400, [badRequest(FORGEABLE, request.id)]);
    }
    if (Array.isArray(request.body) && services.config.batching) {
      if (!accepted.answer) return sendErrors(reply, 406, [notAcceptable(request.id)]);
      return answerBatch(services, identity, request, reply);
    }
    if (isUpload(request)) {
      return withUploads(services, request, reply, (operation, uploads) =>
        serve(checkParameters(operation), { ...identity, uploads }, accepted, request, reply),
      );
    }
    return serve(requestParameters(request), identity, accepted, request, reply);
  };

  async function serve(
    parameters: Parameters,
    identity: Omit<Caller<P>, 'requestId'>,
    accepted: Accepted,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    if (!parameters.ok) return sendErrors(reply, 400, [badRequest(parameters.reason, request.id)]);
    const { query: source, documentId, operationName, variables, extensions } = parameters;
    const record = startRecord(request.headers);
    const caller = { ...identity, requestId: request.id, record };
    const asked = { caller, signal: signalOf(reply), http: { request, reply } };
    const graph = services.graph();
    const named = { source, documentId, operationName, clientName: record.arrival.client };
    const operation = { ...named, variables, extensions, caller };
    const transport = transportOf(accepted);
    const inParts = accepted.deferred || prefersEvents(accepted);
    const prepared = await services.engine.prepare(graph, { ...operation, transport, inParts });

    if (prepared.ok && prepared.operation.kind === 'mutation' && request.method === 'GET') {
      const error = badRequest('GET requests cannot run mutations.', request.id);
      return sendErrors(reply.header('allow', 'POST'), 405, [error]);
    }
    const type = streamFor(prepared, accepted);
    if (type) return stream(prepared, type, asked, reply);
    if (prepared.ok && sendsParts(prepared, accepted)) return sendParts(prepared, asked, reply);
    if (isStream(prepared)) {
      return sendErrors(reply, 400, [badRequest(NEEDS_STREAM, request.id)]);
    }
    const lookup = await caching?.look(prepared, reply);
    const whole = { ...asked, transport: 'http', asText: true, kept: lookup?.found } as const;
    const result = await answerClient(services, prepared, whole);
    return sendAnswer(reply, result, prepared, accepted, caching && { caching, lookup });
  }

  async function sendParts(
    ready: Ready,
    asked: Omit<Asked, 'transport'>,
    reply: FastifyReply,
  ): Promise<unknown> {
    const parts = deferredResults(services, ready, { ...asked, transport: 'multipart' });
    await writeStream(services, reply, await begun(parts), deferredFormat, false);
    return reply;
  }

  async function stream(
    prepared: Prepared,
    type: StreamType,
    asked: Omit<Asked, 'transport'>,
    reply: FastifyReply,
  ): Promise<unknown> {
    const transport = TRANSPORTS[type];
    const results = clientResults(services, prepared.ok ? { ...prepared, transport } : prepared, {
      ...asked,
      transport,
    });
    const continues = isStream(prepared);
    await writeStream(services, reply, results, streamFormats[type], continues, heartbeats[type]);
    return reply;
  }
}

/** Are server-sent events what the client likes best? Then an operation with one answer comes as one, too. */
function prefersEvents({ stream, prefersStream }: Accepted): boolean {
  return prefersStream && stream === 'text/event-stream';
}

/** As which the plugins see an operation before it is known which kind it is. */
function transportOf({ stream, prefersStream }: Accepted): ClientTransport {
  return stream && prefersStream ? TRANSPORTS[stream] : 'http';
}

/** Does an answer go out in multipart form: because it has parts, or because the client takes nothing else? */
function sendsParts(ready: Ready, { answer, deferred }: Accepted): boolean {
  return !isStream(ready) && deferred && (isInParts(ready) || !answer);
}

/** In which form an operation is streamed, if it is. */
function streamFor(prepared: Prepared, accepted: Accepted): StreamType | undefined {
  const { answer, stream } = accepted;
  // What is no GraphQL at all is refused by status, and so is what a client of Apollo's protocol got wrong.
  if (!prepared.ok && (!prefersEvents(accepted) || isUnreadable(prepared.result))) return undefined;
  if (isStream(prepared)) return stream;
  return prefersEvents(accepted) || (!answer && !accepted.deferred) ? stream : undefined;
}

const NEEDS_STREAM =
  'A subscription needs a stream: ask with "accept: text/event-stream" or "multipart/mixed;subscriptionSpec=1.0", or over WebSocket.';
