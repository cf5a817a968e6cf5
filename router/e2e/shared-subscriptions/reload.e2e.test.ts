import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import { type ContractsConfig, inProcess, type Router } from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { fragileReviews } from '../../test/support/fragile-reviews.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { inventory } from '../../test/support/shop-resolvers.js';
import { shopSubgraphs, typeDefs } from '../../test/support/shop-subgraphs.js';
import { openEvents } from '../../test/support/sse.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
  await until(() => eventLog.readers === 0);
});

const inventorySdl = (more: string) =>
  typeDefs.inventory.replace('"@requiresScopes"]', '"@requiresScopes", "@override"]') + more;
const SHARP = `
  type User @key(fields: "id") { id: ID!  sharp: String! @override(from: "accounts") }
`;
const BODY = `
  type Review @key(fields: "id") { id: ID!  body: String @override(from: "reviews") }
`;

/** The shop after some of it moved to the inventory, or was taken away. */
function supergraph(changed: Partial<Record<keyof typeof typeDefs, string>>): string {
  const composed = composeSubgraphs(
    shopSubgraphs.map((name) => ({ name, typeDefs: changed[name] ?? typeDefs[name] })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

const moved = (more: string) => supergraph({ inventory: inventorySdl(more) });

async function started(contracts?: ContractsConfig<string>) {
  const reviews = fragileReviews();
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(inventorySdl(SHARP + BODY)),
      resolvers: {
        ...inventory,
        User: { __resolveReference: (user: object) => ({ ...user, sharp: 'moved' }) },
        Review: { __resolveReference: (review: object) => ({ ...review, body: 'moved' }) },
      },
    },
  ]);
  const router = await shopRouter({
    subgraphs: { reviews: reviews.transport, inventory: inProcess({ schema }) },
    ...(contracts && { contracts }),
  });
  routers.push(router);
  return { reviews, router };
}

const ADDED = 'subscription { reviewAdded(upc: "p2") { node { body author { sharp } } } }';
const event = (body: string | null, sharp: string) => ({
  data: { reviewAdded: { node: { body, author: { sharp } } } },
});

describe('a subscription whose supergraph is replaced', () => {
  it('goes on by the new plan, on the same stream of the subgraph', async () => {
    const { reviews, router } = await started();
    const url = `${(await router.start({ port: 0 })).url}/graphql`;
    const events = router.subscribe({ query: ADDED });
    const client = await openEvents(url, { query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await first).value).toEqual(event(null, 'sharp u1'));
    expect((await client.next()).data).toEqual(event(null, 'sharp u1'));

    expect(await router.swapSupergraph(moved(SHARP))).toEqual({ ok: true });
    eventLog.append('p2', 'r3');
    expect((await events.next()).value).toEqual(event(null, 'moved'));
    expect((await client.next()).data).toEqual(event(null, 'moved'));

    const late = router.subscribe({ query: ADDED });
    const next = late.next();
    expect(await router.swapSupergraph(supergraph({}))).toEqual({ ok: true });
    eventLog.append('p2', 'r3');
    expect((await next).value).toEqual(event(null, 'sharp u1'));
    expect((await events.next()).value).toEqual(event(null, 'sharp u1'));
    // All of them, also who came after the first change, hear one stream that was opened once.
    expect([reviews.opened, eventLog.readers]).toEqual([1, 1]);
    client.close();
    await Promise.all([events.return?.(), late.return?.()]);
  });

  it('asks the subgraph anew where it is asked otherwise now', async () => {
    const { reviews, router } = await started();
    const events = router.subscribe({ query: ADDED });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await first).value).toEqual(event(null, 'sharp u1'));
    await router.swapSupergraph(moved(BODY));
    await until(() => reviews.opened === 2 && eventLog.readers === 1);
    eventLog.append('p2', 'r3');
    expect((await events.next()).value).toEqual({
      ...event('moved', 'sharp u1'),
      extensions: { reconnected: true },
    });
    await events.return?.();
  });

  it('hears a last word where it is not valid any more, and others go on', async () => {
    const { router } = await started();
    const query = 'subscription { reviewAdded(upc: "p2") { node { stars } } }';
    const [ended, others] = [router.subscribe({ query }), router.subscribe({ query: ADDED })];
    const last = ended.next();
    await until(() => eventLog.readers === 2);
    const reviews = typeDefs.reviews.replace('stars(scale: Int = 5): Int!', '');
    const changed = supergraph({ reviews });
    expect(await router.swapSupergraph(changed)).toEqual({ ok: true });
    const { value } = await last;
    expect(codes(value)).toEqual(['SCHEMA_CHANGED', 'GRAPHQL_VALIDATION_FAILED']);
    expect((await ended.next()).done).toBe(true);
    await until(() => eventLog.readers === 1);
    const next = others.next();
    eventLog.append('p2', 'r3');
    expect((await next).value).toEqual(event(null, 'sharp u1'));
    await others.return?.();
  });

  it('stays in the contract that it began in', async () => {
    const { reviews, router } = await started({ variants: { open: { path: '/open/graphql' } } });
    const { url } = await router.start({ port: 0 });
    const client = await openEvents(`${url}/open/graphql`, { query: ADDED });
    await until(() => eventLog.readers === 1);
    expect(await router.swapSupergraph(moved(SHARP))).toEqual({ ok: true });
    const equal = await openEvents(`${url}/open/graphql`, { query: ADDED });
    const other = await openEvents(`${url}/graphql`, { query: ADDED });
    await until(() => reviews.opened === 2);
    eventLog.append('p2', 'r3');
    for (const { next, close } of [client, equal, other]) {
      expect((await next()).data).toEqual(event(null, 'moved'));
      close();
    }
    expect(reviews.opened).toBe(2);
  });

  it('is not disturbed by one that is refused', async () => {
    const { reviews, router } = await started();
    const events = router.subscribe({ query: ADDED });
    const next = events.next();
    await until(() => eventLog.readers === 1);
    expect(await router.swapSupergraph('type Query {')).toMatchObject({ ok: false });
    eventLog.append('p2', 'r3');
    expect((await next).value).toEqual(event(null, 'sharp u1'));
    expect(reviews.opened).toBe(1);
    await events.return?.();
  });
});
