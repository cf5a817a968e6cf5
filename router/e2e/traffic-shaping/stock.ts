import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { composeSubgraphs } from '../../src/compose/index.js';
import { createRouter, http, type Router, type RouterConfig } from '../../src/index.js';
import { serveHttp } from '../../test/support/http-server.js';
import { silent } from '../../test/support/shop.js';

/** What the subgraph does with a request: answer, say 503 in HTML, cut the connection, or whatever a test likes. */
export type Behaviour = 'answer' | 'unavailable' | 'cut' | ((response: ServerResponse) => void);

export interface Stock {
  readonly url: string;
  readonly router: Router<string>;
  /** Behaviour of the requests to come, in order; after them it answers. */
  readonly script: Behaviour[];
  readonly received: { headers: IncomingHttpHeaders; query: string }[];
  close(): Promise<void>;
}

const typeDefs = 'type Query { count: Int  place: String } type Mutation { take: Int }';

export const answer = (response: ServerResponse): void => {
  const body = JSON.stringify({ data: { count: 3, place: 'shelf', take: 2 } });
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
};

const BEHAVIOURS = {
  answer,
  unavailable: (response: ServerResponse) =>
    response.writeHead(503, { 'content-type': 'text/html' }).end('<p>'),
  cut: (response: ServerResponse) => response.destroy(),
};

/** A router before one subgraph, `stock`, that is as bad as a test wants it. */
export async function startStock(config: Partial<RouterConfig<string>> = {}): Promise<Stock> {
  const script: Behaviour[] = [];
  const received: Stock['received'] = [];
  const server = await serveHttp(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, query: JSON.parse(body).query });
    const behaviour = script.shift() ?? 'answer';
    (typeof behaviour === 'function' ? behaviour : BEHAVIOURS[behaviour])(response);
  });
  const composed = composeSubgraphs([{ name: 'stock', typeDefs }]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const router = await createRouter<string>({
    supergraph: composed.supergraphSdl,
    subgraphs: { stock: http({ url: `${server.origin}/graphql` }) },
    logger: silent,
    ...config,
  });
  const { url } = await router.start({ port: 0 });
  return {
    url: `${url}/graphql`,
    router,
    script,
    received,
    async close() {
      await router.close({ timeoutMs: 100 });
      await server.close();
    },
  };
}
