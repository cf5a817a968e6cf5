import { join } from 'node:path';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { http, type SubgraphTransport } from '../../src/index.js';
import { type ShopSubgraph, shopSchema, shopSubgraphs } from './shop-subgraphs.js';

interface ReceivedRequest {
  headers: Record<string, unknown>;
  body: { query: string; variables: unknown };
}

interface ServedSubgraph {
  url: string;
  /** Bodies and headers of the requests that came in, newest last. */
  requests: ReceivedRequest[];
  /** Connection parameters and operation extensions of subscriptions. */
  subscriptions: { params: unknown; extensions: unknown }[];
  /** How many WebSockets are open. */
  sockets(): number;
  /** Cuts the WebSockets that are open. */
  cut(): void;
  close(): Promise<void>;
}

export interface ServedShop {
  subgraphs: Record<ShopSubgraph, ServedSubgraph>;
  /** New ones each time: a router closes those that it was given. */
  transports(): Record<ShopSubgraph, SubgraphTransport<string>>;
  close(): Promise<void>;
}

/** Each subgraph of the shop as an HTTP server of its own: on ports, or on unix sockets in a folder. */
export async function serveShop(folder?: string): Promise<ServedShop> {
  const served = await Promise.all(
    shopSubgraphs.map(async (name) => {
      const socket = folder && join(folder, `${name}.sock`);
      return [name, await serveSubgraph(shopSchema(name), socket)] as const;
    }),
  );
  return {
    subgraphs: Object.fromEntries(served) as ServedShop['subgraphs'],
    transports: () =>
      Object.fromEntries(
        served.map(([name, { url }]) => [name, http<string>({ url })]),
      ) as ReturnType<ServedShop['transports']>,
    async close() {
      await Promise.all(served.map(([, subgraph]) => subgraph.close()));
    },
  };
}

async function serveSubgraph(
  schema: GraphQLSchema,
  socket: string | undefined,
): Promise<ServedSubgraph> {
  const server: FastifyInstance = Fastify({ forceCloseConnections: true });
  const requests: ServedSubgraph['requests'] = [];
  const subscriptions: ServedSubgraph['subscriptions'] = [];
  await server.register(websocket);
  server.post('/graphql', async ({ body, headers }) => {
    const request = body as ReceivedRequest['body'];
    requests.push({ headers, body: request });
    const variableValues = request.variables as Record<string, unknown>;
    return execute({ schema, document: parse(request.query), variableValues });
  });
  const wsHandler = makeHandler({
    schema,
    onSubscribe: ({ connectionParams }, _id, { extensions }) => {
      subscriptions.push({ params: connectionParams, extensions });
    },
  });
  server.route({ method: 'GET', url: '/graphql', handler: async () => 'ok', wsHandler });
  const url = socket
    ? `unix:${await server.listen({ path: socket })}:/graphql`
    : `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const sockets = (): number => server.websocketServer.clients.size;
  const cut = (): void => {
    for (const client of server.websocketServer.clients) client.terminate();
  };
  return { url, requests, subscriptions, sockets, cut, close: () => server.close() };
}
