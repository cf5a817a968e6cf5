import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { composeSubgraphs } from '../../src/compose/index.js';
import {
  type ContractsConfig,
  createRouter,
  type Router,
  type RouterConfig,
  RouterRefused,
} from '../../src/index.js';
import { codes, post } from '../../test/support/client.js';
import { listeningLog } from '../../test/support/log-lines.js';
import { openEvents } from '../../test/support/sse.js';
import { librarySubgraphs, libraryTransports } from './library.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
});

function compose(change: (typeDefs: string) => string = (typeDefs) => typeDefs): string {
  const composed = composeSubgraphs(
    Object.entries(librarySubgraphs).map(([name, sdl]) => ({ name, typeDefs: change(sdl) })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

const variants = {
  public: { include: ['public'], exclude: ['staff'], path: '/public/graphql' },
  partner: { exclude: ['staff'], hideUnreachableTypes: true },
};

async function started(
  contracts: ContractsConfig<string> = { variants },
  config: Partial<RouterConfig<string>> = {},
) {
  const { log, lines } = listeningLog();
  const router = await createRouter<string>({
    supergraph: compose(),
    subgraphs: libraryTransports(),
    logger: log,
    contracts,
    ...config,
  });
  routers.push(router);
  const { url } = await router.start({ port: 0 });
  return { router, lines, whole: `${url}/graphql`, open: `${url}/public/graphql` };
}

const BOOK = '{ book(id: "b1") { title author { name } } }';
const PRICE = '{ book(id: "b1") { title purchasePrice } }';

describe('contracts', () => {
  it('show at an endpoint of their own what their tags say, planned over the same subgraphs', async () => {
    const { whole, open } = await started();
    const book = { data: { book: { title: 'SICP', author: { name: 'Hal' } } } };
    expect((await post(open, { query: BOOK })).body).toEqual(book);
    expect((await post(whole, { query: BOOK })).body).toEqual(book);
    expect((await post(whole, { query: PRICE })).body).toEqual({
      data: { book: { title: 'SICP', purchasePrice: 40 } },
    });
    const hidden = await post(open, { query: PRICE });
    expect([hidden.status, codes(hidden.body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  });

  it('take no hidden argument, enum value or field of an input', async () => {
    const { whole, open } = await started();
    const queries = [
      '{ books(withLost: true) { title } }',
      '{ books(order: COST) { title } }',
      '{ books(where: { shelf: "s" }) { title } }',
    ];
    for (const query of queries) {
      expect((await post(whole, { query })).body.errors).toBeUndefined();
      expect((await post(open, { query })).status).toBe(400);
    }
    const query =
      'query ($where: Where, $order: Order) { books(where: $where, order: $order) { title } }';
    for (const variables of [{ where: { shelf: 's' } }, { order: 'COST' }]) {
      expect((await post(whole, { query, variables })).body.errors).toBeUndefined();
      const refused = await post(open, { query, variables });
      expect(codes(refused.body)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('never let out an object or an enum value that they hide', async () => {
    const { whole, open } = await started();
    const query = '{ items { __typename ... on Book { title } } condition }';
    expect((await post(whole, { query })).body.data).toEqual({
      items: [{ __typename: 'Book', title: 'SICP' }, { __typename: 'Ledger' }],
      condition: 'STOLEN',
    });
    const { body } = await post(open, { query });
    expect(body.data).toEqual({
      items: [{ __typename: 'Book', title: 'SICP' }, null],
      condition: null,
    });
    expect(JSON.stringify(body)).not.toMatch(/Ledger|STOLEN/);
  });

  it('tell in introspection of nothing else, and print a schema of their own', async () => {
    const { open, router } = await started();
    const query = '{ __schema { types { name } } __type(name: "Ledger") { name } }';
    const { data } = (await post(open, { query })).body;
    expect(JSON.stringify(data)).not.toContain('"Ledger"');
    expect(data).toMatchObject({ __type: null });
    expect(router.contractSdl('public')).not.toContain('purchasePrice');
    expect(router.contractSdl('partner')).not.toContain('Unused');
    expect(router.contractSdl('public')).toContain('Unused');
    expect(router.contractSdl('none')).toBeUndefined();
    expect(router.apiSdl).toContain('purchasePrice');
  });

  it('hold over WebSocket and event streams', async () => {
    const { open } = await started();
    const client = createClient({ url: open.replace('http', 'ws'), webSocketImpl: WebSocket });
    const lent = client.iterate({ query: 'subscription { lent { title } }' });
    expect((await lent.next()).value).toEqual({ data: { lent: { title: 'SICP' } } });
    const secret = client.iterate({ query: 'subscription { lent { purchasePrice } }' });
    await expect(secret.next()).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    await client.dispose();

    const stream = await openEvents(open, { query: 'subscription { lent { purchasePrice } }' });
    expect((await stream.next()).data).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    stream.close();
  });

  it('are chosen for a client of the main endpoint; a name that is none is a fault, not the graph', async () => {
    const choose: ContractsConfig<string>['choose'] = ({ clientName, caller }) =>
      caller.principal === null ? clientName : undefined;
    const { whole, router } = await started({ variants, choose });
    const asked = (name: string) =>
      post(whole, { query: PRICE }, { 'x-graphql-client-name': name });
    expect(codes((await asked('partner')).body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const unknown = await asked('nobody');
    expect(codes(unknown.body)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(unknown.body.data).toBeUndefined();
    expect((await router.execute({ query: PRICE, principal: 'staff' })).errors).toBeUndefined();
    const seen = await router.execute({ query: PRICE, principal: 'staff', contract: 'partner' });
    expect(codes(seen)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('have persisted operations of their own, or else those of the graph', async () => {
    const listed = (id: string, text: string) => ({
      manifests: [{ manifest: { [id]: text } }],
      enforcement: 'require' as const,
    });
    const own = { ...variants.public, persistedOperations: listed('open', BOOK) };
    const { whole, open, lines } = await started(
      { variants: { public: own, other: { exclude: ['staff'], path: '/other' } } },
      { persistedOperations: listed('all', PRICE) },
    );
    const code = async (url: string, documentId: string) =>
      codes((await post(url, { documentId })).body)[0];
    expect(await code(whole, 'all')).toBeUndefined();
    expect(await code(whole, 'open')).toBe('PERSISTED_QUERY_NOT_IN_LIST');
    expect(await code(open, 'open')).toBeUndefined();
    expect(await code(open, 'all')).toBe('PERSISTED_QUERY_NOT_IN_LIST');
    const other = open.replace('/public/graphql', '/other');
    expect(await code(other, 'all')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(lines.filter(({ msg }) => msg.includes('do not fit'))).toEqual([]);
  });

  it('refuse a start or a swap that would leave them no schema, and say why', async () => {
    const broken = { variants: { closed: { include: ['nothing'] } } };
    await expect(started(broken)).rejects.toMatchObject({
      problems: ['Contract "closed": No field of Query is visible.'],
    });
    await expect(started(broken)).rejects.toBeInstanceOf(RouterRefused);

    const twice = {
      a: { path: '/x' },
      b: { path: '/x' },
      c: { path: '/graphql' },
      d: { path: 'y' },
    };
    await expect(started({ variants: twice })).rejects.toMatchObject({
      problems: [
        'Contract "b": /x is taken.',
        'Contract "c": /graphql is taken.',
        'Contract "d": a path begins with "/".',
      ],
    });

    const { router, open } = await started();
    const hideAuthor = compose((sdl) =>
      sdl.replaceAll('type Author', 'type Author @tag(name: "staff")'),
    );
    const problem = 'Contract "public": Book.author returns Author, which is hidden.';
    const swapped = await router.swapSupergraph(hideAuthor);
    expect(swapped).toMatchObject({ ok: false, errors: expect.arrayContaining([problem]) });
    expect((await post(open, { query: BOOK })).status).toBe(200);

    const more = compose((sdl) =>
      sdl.replace(
        'purchasePrice: Int @tag(name: "staff")',
        'purchasePrice: Int @tag(name: "public")',
      ),
    );
    expect(await router.swapSupergraph(more)).toEqual({ ok: true });
    expect((await post(open, { query: PRICE })).body.errors).toBeUndefined();
  });

  it('warn of tags that nothing carries', async () => {
    const { lines } = await started({ variants: { typo: { exclude: ['stafff'] } } });
    expect(lines.find(({ msg }) => msg.includes('nothing carries'))).toMatchObject({
      contract: 'typo',
      tags: ['stafff'],
    });
  });
});
