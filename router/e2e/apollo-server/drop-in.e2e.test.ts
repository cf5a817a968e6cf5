import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import {
  inProcess,
  memoryStore,
  NexusGateway,
  type NexusGatewayOptions,
  RouterRefused,
  sourceAt,
} from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { composeServedShop, withoutWarehouse } from '../../test/support/composed-shop.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { silent } from '../../test/support/shop.js';

interface Context {
  readonly token: string | undefined;
}

let shop: ServedShop;
let supergraph: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  shop = await serveShop();
  supergraph = composeServedShop(shop);
});
afterAll(() => shop.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Apollo Server as anybody sets it up. */
async function serve(options: Partial<NexusGatewayOptions<Context>> = {}): Promise<string> {
  const gateway = new NexusGateway<Context>({ supergraph, logger: silent, ...options });
  const server = new ApolloServer<Context>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ token: req.headers.authorization }),
  });
  closing.push(() => server.stop());
  return url;
}

describe('NexusGateway in an Apollo Server', () => {
  it('joins subgraphs at the URLs of the supergraph, whose authorization directives it takes', async () => {
    const url = await serve();
    const query = 'query ($id: ID!) { me { username badge } user(id: $id) { reviews { body } } }';
    const { status, body } = await post(url, { query, variables: { id: 'u1' } });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body.data).toMatchObject({ me: { username: 'ada', badge: expect.any(String) } });
    expect(Object.keys(body.data ?? {})).toEqual(['me', 'user']);
  });

  it('explains plans to those who may see them, and never runs what was to be a dry run', async () => {
    const query = 'mutation { userRename(id: "u1", username: "x") { id } }';
    const dry = { 'nexus-explain': 'dry-run', authorization: 'operator' };
    const received = shop.subgraphs.accounts.requests.length;
    const url = await serve({ explain: ({ principal }) => principal?.token === 'operator' });
    const { body } = await post(url, { query }, dry);
    expect(body).toMatchObject({
      data: null,
      extensions: { queryPlan: { mode: 'dry-run', plan: { subgraph: 'accounts' } } },
    });
    const refused = await post(url, { query }, { ...dry, authorization: 'anybody' });
    expect([refused.status, codes(refused.body)]).toEqual([403, ['EXPLAIN_NOT_ALLOWED']]);
    const nobody = await post(await serve(), { query }, dry);
    expect(codes(nobody.body)).toEqual(['EXPLAIN_NOT_ALLOWED']);
    expect(shop.subgraphs.accounts.requests).toHaveLength(received);
  });

  it('takes nobody for signed in, unless it is told how a context shows it', async () => {
    const query = '{ whoAmI me { email } }';
    const closed = await post(await serve(), { query });
    expect(closed.body.data).toEqual({ whoAmI: null, me: { email: null } });
    expect(codes(closed.body)).toEqual(Array(2).fill('UNAUTHORIZED_FIELD_OR_TYPE'));
    const url = await serve({
      authorization: { isAuthenticated: (context) => context?.token === 'ann' },
    });
    const asAnn = await post(url, { query: '{ whoAmI }' }, { authorization: 'ann' });
    expect(asAnn.body.errors).toBeUndefined();
    const stranger = await post(url, { query: '{ whoAmI }' }, { authorization: 'eve' });
    expect(codes(stranger.body)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('answers introspection, validates, runs mutations', async () => {
    const url = await serve();
    const { body } = await post(url, { query: '{ __schema { queryType { name } } }' });
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const wrong = await post(url, { query: '{ nope }' });
    expect([wrong.status, codes(wrong.body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    const mutation = 'mutation { userRename(id: "u1", username: "ada") { username badge } }';
    expect((await post(url, { query: mutation })).body.errors).toBeUndefined();
  });

  it('sends headers made of the context', async () => {
    const url = await serve({
      headers: ({ principal }, subgraph) => ({
        authorization: principal?.token ?? '',
        'x-asked': subgraph,
      }),
    });
    await post(url, { query: '{ me { id } }' }, { authorization: 'Bearer ada' });
    expect(shop.subgraphs.accounts.requests.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer ada',
      'x-asked': 'accounts',
    });
  });

  it('takes nobody for authenticated until it is told who is', async () => {
    const asked = () => shop.subgraphs.accounts.requests.length;
    const before = asked();
    const { body } = await post(await serve(), { query: '{ whoAmI }' });
    expect([body.data, body.errors?.length, asked()]).toEqual([{ whoAmI: null }, 1, before]);
    const told = await serve({
      authorization: { isAuthenticated: (context) => context?.token !== undefined },
    });
    const query = '{ whoAmI }';
    expect((await post(told, { query })).body.errors).toHaveLength(1);
    await post(told, { query }, { authorization: 'ada' });
    expect(asked()).toBe(before + 1);
  });

  it('keeps what subgraphs answered, for whom the host says', async () => {
    const url = await serve({
      entityCache: {
        store: memoryStore(),
        subgraphs: { accounts: { ttlSeconds: 60 } },
        privateKey: ({ principal }) => principal?.token,
      },
    });
    const asked = () => shop.subgraphs.accounts.requests.length;
    const before = asked();
    for (const authorization of ['ada', 'bob', 'ada', 'bob']) {
      const { body } = await post(url, { query: '{ me { id } }' }, { authorization });
      expect(body.data).toEqual({ me: { id: 'u1' } });
    }
    expect(asked()).toBe(before + 2);
  });

  it('shapes the traffic to subgraphs, and passes on the headers that rules name', async () => {
    const headers = { propagate: ['x-team'] };
    const url = await serve({ traffic: { default: { headers } } });
    await post(url, { query: '{ me { id } }' }, { 'x-team': 'blue', 'x-other': '1' });
    const asked = shop.subgraphs.accounts.requests.at(-1)?.headers;
    expect(asked).toMatchObject({ 'x-team': 'blue' });
    expect(asked).not.toHaveProperty('x-other');
    const slow = await serve({
      subgraphs: () => inProcess({ execute: () => new Promise(() => {}) }),
      traffic: { subgraphs: { accounts: { timeoutMs: 20 } } },
    });
    const { body } = await post(slow, { query: '{ me { id } }' });
    expect(codes(body)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    const traffic = { default: { timeoutMs: 0 } };
    expect(() => new NexusGateway({ supergraph, traffic })).toThrow(RouterRefused);
  });

  it.each([
    [['max-age=60', 'max-age=20'], 'max-age=20, public'],
    [['max-age=60, private', 'max-age=90'], 'max-age=60, private'],
    [['max-age=60', undefined], 'no-store'],
  ])(
    'tells the server for how long an answer holds of which subgraphs say %p',
    async (said, told) => {
      const [accounts, reviews] = said.map((control, index) => {
        const user = { __typename: 'User', id: 'u1', reviews: [] };
        const data = index === 0 ? { me: user } : { _entities: [user] };
        return inProcess<Context>({
          execute: () => ({ data, headers: { 'cache-control': control } }),
        });
      });
      const url = await serve({ subgraphs: (name) => (name === 'reviews' ? reviews : accounts) });
      const answer = await post(url, { query: '{ me { id reviews { body } } }' });
      expect(answer.body).toEqual({ data: { me: { id: 'u1', reviews: [] } } });
      expect(answer.headers.get('cache-control')).toBe(told);
    },
  );

  it('runs plugins, who may refuse', async () => {
    const seen: string[] = [];
    const url = await serve({
      plugins: [
        {
          name: 'gate',
          onOperation: ({ caller, operation }) => {
            if (operation.name !== 'Secret' || caller.principal?.token) return undefined;
            const extensions = { code: 'FORBIDDEN' };
            return { errors: [new GraphQLError('No.', { extensions })], status: 403 };
          },
          onSubgraphRequest: ({ request }) => {
            seen.push(request.subgraph);
            return undefined;
          },
          onResponse: ({ result }) => {
            result.extensions = { seen: seen.length };
          },
        },
      ],
    });
    const refused = await post(url, { query: 'query Secret { me { id } }' });
    expect([refused.status, codes(refused.body), seen]).toEqual([403, ['FORBIDDEN'], []]);
    const query = 'query Secret { me { id } }';
    const allowed = await post(url, { query }, { authorization: 'ada' });
    expect([allowed.status, allowed.body, seen]).toEqual([
      200,
      { data: { me: { id: 'u1' } }, extensions: { seen: 1 } },
      ['accounts'],
    ]);
  });

  it('keeps a subgraph’s fault to itself, and says where it was', async () => {
    const { body } = await post(await serve(), { query: '{ me { id boom } }' });
    expect(body).toMatchObject({ data: { me: { id: 'u1', boom: null } } });
    expect(body.errors).toMatchObject([{ message: 'Internal server error', path: ['me', 'boom'] }]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('refuses to start with a broken supergraph, or one that is not there', async () => {
    for (const broken of ['type Query { a: Int }', sourceAt('/nowhere/supergraph.graphql')]) {
      const gateway = new NexusGateway({ supergraph: broken, logger: silent });
      const logger = { debug() {}, info() {}, warn() {}, error() {} };
      const server = new ApolloServer({ gateway, logger });
      await expect(server.start()).rejects.toThrow(/not a supergraph|cannot be read/);
    }
  });

  it('refuses subscriptions, which Apollo Server cannot serve', async () => {
    const query = 'subscription { ticks(count: 1) }';
    const { status, body } = await post(await serve(), { query });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.data ?? null).toBeNull();
  });

  it('follows its file: a broken supergraph is refused, a good one taken over', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    closing.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'supergraph.graphql');
    await writeFile(file, supergraph);
    const url = await serve({ supergraph: sourceAt(file) });
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
    await writeFile(file, 'type Query {');
    await writeFile(`${file}.new`, withoutWarehouse(supergraph));
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
    await rename(`${file}.new`, file);
    await until(async () => (await post(url, { query: '{ warehouse }' })).status === 400);
    expect((await post(url, { query: '{ me { id } }' })).body).toEqual({
      data: { me: { id: 'u1' } },
    });
  });
});
