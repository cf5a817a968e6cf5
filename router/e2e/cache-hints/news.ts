import { composeSubgraphs } from '../../src/compose/index.js';
import { createRouter, http, type Router, type RouterConfig } from '../../src/index.js';
import { serveHttp, type TestServer } from '../../test/support/http-server.js';
import { silent } from '../../test/support/shop.js';

const LINK = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.7",
      import: ["@key", "@authenticated", "@composeDirective", "@tag"])
    @link(url: "https://specs.example.dev/cacheControl/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
  enum CacheControlScope { PUBLIC PRIVATE }
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean)
    on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
`;

const typeDefs = {
  articles: `${LINK}
    type Query {
      latest: Article @cacheControl(maxAge: 40)
      archived: Article
      mine: String @authenticated
    }
    type Mutation { publish: Article }
    type Article @key(fields: "id") { id: ID!  title: String }
  `,
  ratings: `${LINK}
    type Article @key(fields: "id") {
      id: ID!
      stars: Int @cacheControl(maxAge: 30)
      yours: Int @cacheControl(scope: PRIVATE)
    }
  `,
} as const;

type Subgraph = keyof typeof typeDefs;

/** What a subgraph of the test says beside its data. */
interface Manner {
  /** Of its HTTP answers. */
  headers: Record<string, string>;
  /** Of its body. */
  extra: Record<string, unknown>;
  /** Requests so far. */
  asked: number;
  /** Grows with each article that is published. */
  edition: number;
}

export interface News {
  readonly url: string;
  readonly router: Router<string>;
  readonly supergraph: string;
  readonly manners: Record<Subgraph, Manner>;
  close(): Promise<void>;
}

/** Two subgraphs over HTTP, each with manners of its own, and a router before them. */
export async function startNews(config: Partial<RouterConfig<string>> = {}): Promise<News> {
  const manner = (): Manner => ({ headers: {}, extra: {}, asked: 0, edition: 1 });
  const manners = { articles: manner(), ratings: manner() };
  const servers: TestServer[] = [];
  const urls = {} as Record<Subgraph, string>;
  for (const name of ['articles', 'ratings'] as const) {
    const server = await serveHttp(async (request, response) => {
      request.resume();
      const own = manners[name];
      own.asked++;
      const article = { __typename: 'Article', id: 'a1', title: `edition ${own.edition}` };
      const data =
        name === 'articles'
          ? { latest: article, archived: article, mine: 'yours', publish: article }
          : { _entities: [{ __typename: 'Article', stars: 4, yours: 1 }] };
      response
        .writeHead(200, { 'content-type': 'application/json', ...own.headers })
        .end(JSON.stringify({ data, ...own.extra }));
    });
    urls[name] = `${server.origin}/graphql`;
    servers.push(server);
  }
  const composed = composeSubgraphs(
    (['articles', 'ratings'] as const).map((name) => ({ name, typeDefs: typeDefs[name] })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const supergraph = composed.supergraphSdl;
  const router = await createRouter<string>({
    supergraph,
    subgraphs: { articles: http({ url: urls.articles }), ratings: http({ url: urls.ratings }) },
    logger: silent,
    ...config,
  });
  const { url } = await router.start({ port: 0 });
  return {
    url: `${url}/graphql`,
    router,
    supergraph,
    manners,
    async close() {
      await router.close({ timeoutMs: 100 });
      for (const server of servers) await server.close();
    },
  };
}

/** Who calls is whoever `authorization` names. */
export const byName: NonNullable<RouterConfig<string>['authentication']> = {
  authenticate: async ({ headers: { authorization } }) =>
    authorization === undefined ? { anonymous: true } : { principal: authorization },
};
