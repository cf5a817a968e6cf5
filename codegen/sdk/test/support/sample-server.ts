import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { execute, GraphQLError, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { CounterLog } from './counter-log.js';
import { ListedOperations, type Named } from './listed-operations.js';
import { schema } from './schema.js';
import { Sessions } from './sessions.js';

/** How the next HTTP request fares: answered, refused, cut after or before its effect, too slow. */
export type Mishap = 'busy' | 'cut-before' | 'cut-after' | 'slow' | 'proxy-page';

interface Authorized {
  authorization: string | undefined;
}

/** A small real server: HTTP, WebSocket, sign-in, a counter, and mishaps on demand. */
export async function startSampleServer() {
  const sessions = new Sessions();
  const counter = new CounterLog();
  const mishaps: Mishap[] = [];
  const seen: ({ authorization: string | undefined } & Named)[] = [];
  const listed = new ListedOperations();
  const sockets = new Set<WebSocket>();
  const subscribed: Record<string, unknown>[] = [];
  const faults: GraphQLError[] = [];
  const closed = new AbortController();

  const only = <T>(authorized: Authorized, answer: () => T): T => {
    if (sessions.admits(authorized.authorization)) return answer();
    throw new GraphQLError('Who are you?', { extensions: { code: 'UNAUTHENTICATED' } });
  };
  const rootValue = {
    viewer: (_: unknown, context: Authorized) => only(context, () => ({ name: 'Mara' })),
    counter: () => counter.value,
    sessionCreate: ({ input }: { input: { email: string; password: string } }) =>
      sessions.create(input),
    sessionRefresh: ({ input }: { input: { refreshToken: string } }) =>
      sessions.refresh(input.refreshToken),
    sessionEnd: () => sessions.end(),
    counterAdd: ({ input }: { input: { by: number; idempotencyKey?: string } }) => ({
      value: counter.add(input.by, input.idempotencyKey),
      errors: [],
    }),
    counterChanged: (args: { after?: string }, context: Authorized) =>
      only(context, () => {
        if (faults.length > 0) throw faults.pop();
        return counter.follow(args.after, closed.signal);
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers;
    const { query, documentId, variables } = JSON.parse(await text(request));
    seen.push({ authorization, query, documentId });
    const mishap = mishaps.shift();
    if (mishap === 'cut-before') return void request.socket.destroy();
    if (mishap === 'busy') return void response.writeHead(503, { 'retry-after': '0' }).end('busy');
    if (mishap === 'proxy-page') return void response.writeHead(200).end('<html>Welcome</html>');
    const result = await run(() => ({
      schema,
      rootValue,
      document: parse(listed.textOf({ query, documentId })),
      variableValues: variables,
      contextValue: { authorization },
    }));
    if (mishap === 'cut-after') return void request.socket.destroy();
    if (mishap === 'slow') await pause(300);
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-request-id': `r${seen.length}` })
      .end(JSON.stringify(result));
  }

  const server = createServer((request, response) => void answer(request, response));
  const webSockets = new WebSocketServer({ server, path: '/graphql' });
  webSockets.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const live = useServer(
    {
      schema,
      execute,
      subscribe,
      onSubscribe: (_context, _id, { variables, ...named }) => {
        subscribed.push(variables ?? {});
        try {
          const document = parse(listed.textOf(named));
          const contextValue = _context.connectionParams ?? {};
          return { schema, rootValue, document, variableValues: variables ?? {}, contextValue };
        } catch (error) {
          return [error as GraphQLError];
        }
      },
    },
    webSockets,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/graphql`,
    sessions,
    counter,
    /** What may be named by an id. */
    listed,
    /** Requests that came, in order. */
    seen,
    /** Variables of the subscriptions that came, in order. */
    subscribed,
    mishaps,
    /** The next subscriptions meet a fault of the server, as often as this. */
    failSubscriptions(times: number) {
      const fault = { extensions: { code: 'INTERNAL_SERVER_ERROR' } };
      for (let count = 0; count < times; count++) faults.push(new GraphQLError('Oh.', fault));
    },
    /** Open WebSockets. */
    get connections() {
      return sockets.size;
    },
    /** Cuts every WebSocket without a word, or closes it with a code. */
    drop(code?: number) {
      for (const socket of sockets) code === undefined ? socket.terminate() : socket.close(code);
    },
    async close() {
      closed.abort();
      await live.dispose();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type SampleServer = Awaited<ReturnType<typeof startSampleServer>>;

async function run(prepare: () => Parameters<typeof execute>[0]) {
  try {
    return await execute(prepare());
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
