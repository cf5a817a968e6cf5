// node --expose-gc load.ts OPERATIONS CONNECTIONS: puts a router of its own under load, and prints
// what the heap weighed after collections, before and after, in bytes as JSON.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createRouter, inProcess } from '@nexus/router';
import { composeSubgraphs } from '@nexus/router/compose';
import { parse } from 'graphql';
import { pino } from 'pino';
import WebSocket from 'ws';

const [operations, connections] = process.argv.slice(2).map(Number);
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const CACHED = 50;

const subgraphs = {
  users: {
    typeDefs: `${LINK} type Query { users: [User!]! fail: String }
      type Subscription { ticks: Int! } type User @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Query: {
        users: () => ['1', '2', '3'].map((id) => ({ id, name: `user ${id}` })),
        fail: () => {
          throw new RangeError('on purpose');
        },
      },
      Subscription: {
        ticks: {
          async *subscribe() {
            for (let tick = 0; ; tick++) {
              yield tick;
              await new Promise((resolve) => setTimeout(resolve, 50));
            }
          },
          resolve: (tick: number) => tick,
        },
      },
    },
  },
  points: {
    typeDefs: `${LINK} type User @key(fields: "id") { id: ID! points: Int! }`,
    resolvers: { User: { points: ({ id }: { id: string }) => Number(id) * 10 } },
  },
};

const composed = composeSubgraphs(
  Object.entries(subgraphs).map(([name, { typeDefs }]) => ({ name, typeDefs })),
);
if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
const router = await createRouter({
  supergraph: composed.supergraphSdl,
  logger: pino({ level: 'silent' }),
  limits: { cachedOperations: CACHED },
  subgraphs: Object.fromEntries(
    Object.entries(subgraphs).map(([name, { typeDefs, resolvers }]) => [
      name,
      inProcess({ schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }]) }),
    ]),
  ),
});
const { url } = await router.start({ port: 0 });

const afterOperations = await measured(operations ?? 0, ask);
const afterConnections = await measured(connections ?? 0, connect);
console.log(JSON.stringify({ afterOperations, afterConnections }));
await router.close();

/** Caches are filled before the first look: only what goes on growing is a leak. */
async function measured(count: number, work: (index: number) => Promise<void>) {
  for (let index = 0; index < 300; index++) await work(index);
  const before = await heap();
  for (let index = 0; index < count; index++) await work(index);
  return { before, after: await heap() };
}

/** One in four is an operation that nobody asked before, one in ten fails. */
async function ask(index: number): Promise<void> {
  const alias = index % 4 === 0 ? `a${Math.random().toString(36).slice(2)}: ` : '';
  const query = `{ ${alias}users { id name points } ${index % 10 === 0 ? 'fail' : ''} }`;
  const { data } = await router.execute({ query });
  if (!data) throw new TypeError('No answer.');
}

/** Subscribes, hears one event, and goes away: politely or not. */
async function connect(index: number): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise<void>((resolve, reject) => {
    const subscribe = { id: '1', type: 'subscribe', payload: { query: 'subscription { ticks }' } };
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type": "connection_init"}'));
    socket.on('message', (message) => {
      const { type } = JSON.parse(String(message));
      if (type === 'connection_ack') socket.send(JSON.stringify(subscribe));
      if (type === 'next') resolve();
      if (type === 'error') reject(new TypeError(String(message)));
    });
  });
  const closed = new Promise((resolve) => socket.on('close', resolve));
  if (index % 2 === 0) socket.terminate();
  else socket.close();
  await closed;
}

async function heap(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return process.memoryUsage().heapUsed;
}
