import type { FastifyRequest } from 'fastify';
import { type ExecutionArgs, GraphQLError, Kind } from 'graphql';
import {
  CloseCode,
  type Context,
  makeServer,
  type SubscribePayload,
  type WebSocket as WebSocketLike,
} from 'graphql-ws';
import type { WebSocket } from 'ws';
import { isStream } from '../engine/is-stream.js';
import { sessionExpired } from '../engine/last-words.js';
import type { Prepared, Ready } from '../engine/prepared.js';
import { clientError } from '../observability/client-errors.js';
import { type ArrivalHeaders, OperationRecord } from '../observability/operation-record.js';
import { requestIdFrom } from '../observability/request-id.js';
import type { ClientResult } from '../plugin.js';
import { authenticate, type Identity } from '../policy/authenticate.js';
import { readArrival } from './arrival.js';
import { answerClient, clientResults } from './client-results.js';
import { ipOf } from './request-context.js';
import type { Services } from './services.js';
import { GOING_AWAY, type SocketAnswers, trackAnswers } from './socket-answers.js';
import { WebSocketHeartbeat } from './web-socket-heartbeat.js';

/** What is known of a connection; the request that opened it is let go once it was identified. */
interface Connection<P> {
  request: FastifyRequest | undefined;
  identity: Identity<P> | undefined;
  /** What headers and parameters say for each operation of the connection. */
  arrival?: ArrivalHeaders;
  answers?: SocketAnswers;
}

type Socket<P> = Context<Record<string, unknown>, Connection<P>>;

/** GraphQL over WebSocket (`graphql-transport-ws`): all kinds of operations on one connection. */
export function webSocketHandler<P>(services: Services<P>) {
  const run = ({ contextValue }: ExecutionArgs): AsyncIterableIterator<ClientResult> => {
    const ready = contextValue as Ready;
    const { caller, transport } = ready;
    return clientResults(services, ready, { caller, transport });
  };
  const server = makeServer<Record<string, unknown>, Connection<P>>({
    onConnect: (socket) => connect(services, socket),
    async onSubscribe(socket, id, payload) {
      const { answers } = socket.extra;
      answers?.begin(id);
      const prepared = await prepare(services, socket, payload);
      if (!prepared.ok || isStream(prepared)) answers?.end(id);
      return prepared.ok ? executionArgs(prepared) : (prepared.result.errors ?? []);
    },
    onComplete: ({ extra }, id) => extra.answers?.end(id),
    subscribe: run,
    execute: run,
  });
  const heartbeat = new WebSocketHeartbeat();
  return (webSocket: WebSocket, request: FastifyRequest): void => {
    heartbeat.add(webSocket);
    const fail = (error: unknown): void => {
      services.log.error({ requestId: request.id, err: error }, 'WebSocket failed unexpectedly');
      webSocket.close(CloseCode.InternalServerError, 'Internal server error');
    };
    const connection: Connection<P> = { request, identity: undefined };
    const closed = server.opened(adapt(webSocket, fail), connection);
    connection.answers = trackAnswers(webSocket, () => {
      webSocket.close(GOING_AWAY, 'Going away');
      // A client may take its time to say goodbye; its streams end now.
      closed(GOING_AWAY, 'Going away').catch(fail);
    });
    // A client that breaks the protocol (a message too large, a broken frame): ws closes it itself.
    webSocket.on('error', (error) =>
      services.log.debug({ requestId: request.id, err: error }, 'WebSocket closed by an error'),
    );
    webSocket.once('close', (code, reason) => {
      heartbeat.remove(webSocket);
      closed(code, String(reason)).catch(fail);
    });
  };
}

/** A socket of ws in the shape in which graphql-ws takes one. */
function adapt(webSocket: WebSocket, fail: (error: unknown) => void): WebSocketLike {
  return {
    protocol: webSocket.protocol,
    close: (code, reason) => webSocket.close(code, reason),
    // Waits for the message to leave, by which a slow client holds its own stream back. One that
    // left meanwhile is no error: its streams end with the socket.
    send: (data) =>
      new Promise((resolve) => {
        if (webSocket.readyState !== webSocket.OPEN) return resolve();
        webSocket.send(data, () => resolve());
      }),
    onMessage: (handle) => {
      webSocket.on('message', (data) => void handle(String(data)).catch(fail));
    },
  };
}

/** `false` closes the socket with 4403. */
async function connect<P>(
  { config, log, clientHeaders }: Services<P>,
  socket: Socket<P>,
): Promise<boolean> {
  const { request } = socket.extra;
  socket.extra.request = undefined;
  if (!request || !isOwnOrigin(request, config.corsOrigins ?? [])) return false;
  const { connectionParams } = socket;
  const { headers, cookies } = request;
  const asked = {
    headers,
    cookies,
    ip: ipOf(request),
    ...(connectionParams && { connectionParams }),
  };
  const result = await authenticate(config.authentication, asked, request.id, log);
  if (!result.ok) return false;
  socket.extra.identity = { ...result.identity, clientHeaders: clientHeaders?.(headers) };
  socket.extra.arrival = readArrival({ ...headers, ...connectionParams });
  return true;
}

/** No CORS guards a WebSocket: without this, any page could open one with its visitor's cookies. */
function isOwnOrigin({ headers, host }: FastifyRequest, allowed: readonly string[]): boolean {
  const { origin } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function prepare<P>(
  services: Services<P>,
  socket: Socket<P>,
  payload: SubscribePayload,
): Promise<Prepared> {
  const requestId = requestIdFrom(undefined);
  const { identity, arrival } = socket.extra;
  const refuse = (error: GraphQLError): Prepared => ({
    ok: false,
    result: { errors: [clientError(error, requestId, services.log)] },
  });
  if (services.draining()) return refuse(goingAway());
  if (!identity || !(await stillAllowed(services, identity))) return refuse(sessionExpired());
  const limit = services.limits.subscriptionsPerSocket;
  if (Object.keys(socket.subscriptions).length > limit) return refuse(tooMany(limit));

  const { query, operationName, variables, extensions } = payload;
  const { documentId } = payload as { documentId?: unknown };
  const caller = { ...identity, requestId, record: new OperationRecord(arrival) };
  const prepared = await services.engine.prepare(services.graph(), {
    source: query || undefined,
    documentId,
    clientName: arrival?.client,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
    caller,
    transport: 'websocket',
    inParts: true,
  });
  if (prepared.ok) return prepared;
  // The plugins' last word on it.
  const result = await answerClient(services, prepared, { caller, transport: 'websocket' });
  return { ...prepared, result };
}

function executionArgs(ready: Ready): ExecutionArgs {
  // graphql-ws reads nothing of the document but which kind of operation it is.
  const document = { kind: Kind.DOCUMENT, definitions: [ready.operation.definition] } as const;
  return { schema: ready.graph.schema, document, contextValue: ready };
}

async function stillAllowed<P>(
  { config }: Services<P>,
  { principal }: Identity<P>,
): Promise<boolean> {
  const check = config.authentication?.stillAllowed;
  return principal === null || !check || (await check.call(config.authentication, principal));
}

function goingAway(): GraphQLError {
  const extensions = { code: 'SERVICE_UNAVAILABLE' };
  return new GraphQLError('The router is going down. Connect again.', { extensions });
}

function tooMany(limit: number): GraphQLError {
  const extensions = { code: 'TOO_MANY_SUBSCRIPTIONS' };
  return new GraphQLError(`At most ${limit} operations run at once on one connection.`, {
    extensions,
  });
}
