import { type ExecutionArgs, GraphQLError, Kind } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, makeHandler } from 'graphql-ws/use/@fastify/websocket';
import type { Caller, ClientResult, Ready } from '../engine/engine.js';
import { sessionExpired } from '../engine/subscription-stream.js';
import { clientError } from '../observability/client-errors.js';
import { requestIdFrom } from '../observability/request-id.js';
import { authenticate, type Identity } from '../policy/authenticate.js';
import { once, subscribeClient } from './client-results.js';
import type { Services } from './services.js';

interface Connection<P> extends Record<PropertyKey, unknown> {
  identity: Identity<P>;
}

type Socket<P> = Context<Record<string, unknown>, Extra & Partial<Connection<P>>>;

/** What `onSubscribe` hands over to `execute` and `subscribe`. */
interface Subscribed {
  readonly ready: Ready;
  readonly caller: Caller;
}

/** GraphQL over WebSocket (`graphql-transport-ws`): all kinds of operations on one connection. */
export function webSocketHandler<P>(services: Services<P>) {
  const run = ({ contextValue }: ExecutionArgs): AsyncIterableIterator<ClientResult> => {
    const { ready, caller } = contextValue as Subscribed;
    return ready.operation.kind === 'subscription'
      ? subscribeClient(services, ready, caller, 'websocket')
      : once(services.engine.execute(ready, caller));
  };
  return makeHandler<Record<string, unknown>, Connection<P>>({
    onConnect: (socket) => connect(services, socket),
    onSubscribe: (socket, _id, payload) => prepare(services, socket, payload),
    subscribe: run,
    execute: run,
  });
}

/** `false` closes the socket with 4403. */
async function connect<P>({ config, log }: Services<P>, socket: Socket<P>): Promise<boolean> {
  const { request } = socket.extra;
  const { connectionParams } = socket;
  const result = await authenticate(
    config.authentication,
    { headers: request.headers, ip: request.ip, ...(connectionParams && { connectionParams }) },
    request.id,
    log,
  );
  if (!result.ok) return false;
  socket.extra.identity = result.identity;
  return true;
}

async function prepare<P>(
  services: Services<P>,
  socket: Socket<P>,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const requestId = requestIdFrom(undefined);
  const { identity } = socket.extra;
  const refuse = (error: GraphQLError): GraphQLError[] => [
    clientError(error, requestId, services.log),
  ];
  if (!identity || !(await stillAllowed(services, identity))) return refuse(sessionExpired());
  const limit = services.limits.subscriptionsPerSocket;
  if (Object.keys(socket.subscriptions).length > limit) return refuse(tooMany(limit));

  const { query, operationName, variables } = payload;
  const { engine } = services;
  const ready = engine.prepare(
    services.graph(),
    query,
    operationName ?? undefined,
    variables ?? undefined,
    requestId,
  );
  if (!ready.ok) return ready.result.errors ?? [];
  const contextValue: Subscribed = { ready, caller: { ...identity, requestId } };
  // graphql-ws reads nothing of the document but which kind of operation it is.
  const document = { kind: Kind.DOCUMENT, definitions: [ready.operation.definition] } as const;
  return { schema: ready.graph.schema, document, contextValue };
}

async function stillAllowed<P>(
  { config }: Services<P>,
  { principal }: Identity<P>,
): Promise<boolean> {
  const check = config.authentication?.stillAllowed;
  return principal === null || !check || (await check.call(config.authentication, principal));
}

function tooMany(limit: number): GraphQLError {
  const extensions = { code: 'TOO_MANY_SUBSCRIPTIONS' };
  return new GraphQLError(`At most ${limit} operations run at once on one connection.`, {
    extensions,
  });
}
