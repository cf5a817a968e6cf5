import type { IncomingHttpHeaders } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import {
  createRouter,
  http,
  inProcess,
  type Router,
  type RouterConfig,
  type SubgraphTransport,
} from '../../src/index.js';
import { compose } from '../../test/support/compose.js';
import { serveHttp } from '../../test/support/http-server.js';
import { silent } from '../../test/support/shop.js';

const KEY = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

export const typeDefs = {
  catalog: `
    type Query { books(ids: [ID!]!): [Book!]! }
    type Mutation { reprice(id: ID!, price: Int!): Book }
    type Subscription { repriced: Book! }
    type Book @key(fields: "id") { id: ID!  title: String }
  `,
  prices: `
    type Query { cheapest: Book }
    type Book @key(fields: "id") { id: ID!  price: Int  yourPrice: String }
  `,
};

export interface Bookshop {
  readonly url: string;
  readonly router: Router<string>;
  readonly prices: Map<string, number>;
  /** What the next answers of `prices` say: headers, and extensions. */
  says: {
    headers: Readonly<Record<string, string>>;
    extensions?: Readonly<Record<string, unknown>>;
  };
  /** Requests that reached `prices`. */
  readonly received: { headers: IncomingHttpHeaders; ids: readonly string[] }[];
  /** Changes a price, and tells those who follow. */
  reprice(id: string, price: number): void;
  close(): Promise<void>;
}

export type ShopConfig = Partial<RouterConfig<string>> & Pick<RouterConfig<string>, 'entityCache'>;

export const supergraph = (changes: Partial<typeof typeDefs> = {}): string =>
  compose({ ...typeDefs, ...changes });

/** `catalog` in this process, `prices` behind HTTP; a caller is who the header `x-user` says. */
export async function startBookshop(config: ShopConfig): Promise<Bookshop> {
  const prices = new Map([
    ['1', 10],
    ['2', 20],
    ['3', 30],
  ]);
  const received: Bookshop['received'] = [];
  const followers = new Set<(id: string) => void>();
  const shop = {
    prices,
    received,
    says: { headers: { 'cache-control': 'max-age=60' } } as Bookshop['says'],
    reprice(id: string, price: number): void {
      prices.set(id, price);
      for (const tell of followers) tell(id);
    },
  };
  const pricesSchema = buildSubgraphSchema([
    {
      typeDefs: parse(KEY + typeDefs.prices),
      resolvers: {
        Query: { cheapest: () => ({ id: [...prices].sort(([, a], [, b]) => a - b)[0]?.[0] }) },
        Book: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          price: ({ id }: { id: string }) => prices.get(id),
          yourPrice: ({ id }: { id: string }, _args: unknown, { user }: { user: string }) =>
            `${user} pays ${prices.get(id)}`,
        },
      },
    },
  ]);
  const server = await serveHttp(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { query, variables } = JSON.parse(body);
    const representations: { id: string }[] = variables?.representations ?? [];
    received.push({ headers: request.headers, ids: representations.map(({ id }) => id) });
    const contextValue = { user: request.headers['x-caller'] ?? 'nobody' };
    const { headers, extensions } = shop.says;
    const answer = await execute({
      schema: pricesSchema,
      document: parse(query),
      variableValues: variables,
      contextValue,
    });
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ ...answer, extensions }));
  });
  const router = await createRouter<string>({
    supergraph: supergraph(),
    subgraphs: {
      catalog: catalog(shop, followers),
      prices: http({
        url: `${server.origin}/graphql`,
        headers: ({ principal }) => ({ 'x-caller': principal ?? 'nobody' }),
      }),
    },
    authentication: {
      authenticate: async ({ headers }) =>
        headers['x-user'] ? { principal: String(headers['x-user']) } : { anonymous: true },
      audience: (principal) => principal,
    },
    logger: silent,
    ...config,
  });
  const { url } = await router.start({ port: 0 });
  return Object.assign(shop, {
    url: `${url}/graphql`,
    router,
    async close() {
      await router.close({ timeoutMs: 100 });
      await server.close();
    },
  });
}

function catalog(
  shop: Pick<Bookshop, 'reprice'>,
  followers: Set<(id: string) => void>,
): SubgraphTransport<string> {
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(KEY + typeDefs.catalog),
      resolvers: {
        Query: { books: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })) },
        Mutation: {
          reprice: (_: unknown, { id, price }: { id: string; price: number }) => {
            shop.reprice(id, price);
            return { id };
          },
        },
        Subscription: { repriced: { subscribe: () => follow(followers) } },
        Book: { title: ({ id }: { id: string }) => `Book ${id}` },
      },
    },
  ]);
  return inProcess({ schema });
}

async function* follow(followers: Set<(id: string) => void>) {
  const waiting: string[] = [];
  let wake = (): void => {};
  const hear = (id: string): void => {
    waiting.push(id);
    wake();
  };
  followers.add(hear);
  try {
    for (;;) {
      const id = waiting.shift();
      if (id !== undefined) yield { repriced: { id } };
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    followers.delete(hear);
  }
}
