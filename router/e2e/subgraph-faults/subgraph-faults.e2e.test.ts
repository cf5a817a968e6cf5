import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { http, type Router } from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';
import { type ShopSubgraph, shopSchema, shopSubgraphs } from '../../test/support/shop-subgraphs.js';
import { nonconformities } from './conformity.js';
import { lies, outages, sourceOutages } from './faults.js';
import { type FaultySubgraph, serveFaulty } from './faulty-subgraph.js';

let subgraphs: Record<ShopSubgraph, FaultySubgraph>;
let router: Router<string>;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

/** Long enough for a well subgraph on a busy machine; each that hangs is waited for so long. */
const PATIENCE_MS = 1_500;

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled);
  const served = await Promise.all(
    shopSubgraphs.map(async (name) => [name, await serveFaulty(shopSchema(name))] as const),
  );
  subgraphs = Object.fromEntries(served) as typeof subgraphs;
  router = await shopRouter({
    subgraphs: Object.fromEntries(
      served.map(([name, { url }]) => [
        name,
        http<string>({ url, timeoutMs: PATIENCE_MS, connectTimeoutMs: PATIENCE_MS }),
      ]),
    ),
  });
});
afterEach(() => {
  for (const subgraph of Object.values(subgraphs)) {
    subgraph.fault = undefined;
    subgraph.sourceFault = undefined;
  }
  expect(unhandled).toEqual([]);
});
afterAll(async () => {
  await router.close();
  await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  process.off('unhandledRejection', onUnhandled);
});

/** Each place of a plan, the subgraph that is asked there, and what lives on without it. */
const positions: [string, ShopSubgraph, string][] = [
  ['a root fetch', 'accounts', '{ me { __typename id username email } warehouse }'],
  [
    'a root fetch of an interface',
    'products',
    '{ product(upc: "p1") { __typename name } warehouse }',
  ],
  [
    'an entity fetch',
    'accounts',
    '{ latestReviews { __typename id author { __typename id email } } warehouse }',
  ],
  [
    'an entity fetch of what may not be null',
    'products',
    '{ latestReviews { id product { __typename ... on Book { name } ... on Gadget { name volts } } } warehouse }',
  ],
  [
    'a batch of entity fetches',
    'inventory',
    `{ product(upc: "p1") { __typename ... on Book { inStock shipping } }
       latestReviews { id product { __typename ... on Book { inStock } ... on Gadget { inStock } } } }`,
  ],
];

describe.each(positions)('%s', (_position, name, query) => {
  it.each(Object.keys(outages))('survives %s', async (fault) => {
    const whole = await router.execute({ query });
    expect(whole.errors).toBeUndefined();
    subgraphs[name].fault = outages[fault];
    const partial = await router.execute({ query });
    expect(partial.errors).not.toHaveLength(0);
    expect(partial.errors).toBeDefined();
    expect(await nonconformities(partial, whole, { apiSdl: router.apiSdl, query })).toEqual([]);
    if ('warehouse' in (whole.data ?? {})) expect(partial.data).toMatchObject({ warehouse: 'W1' });
    subgraphs[name].fault = undefined;
    expect(await router.execute({ query })).toEqual(whole);
  });

  it.each(Object.keys(lies))('believes no %s', async (fault) => {
    const whole = await router.execute({ query });
    subgraphs[name].fault = lies[fault];
    const partial = await router.execute({ query });
    expect(await nonconformities(partial, whole, { apiSdl: router.apiSdl, query })).toEqual([]);
    subgraphs[name].fault = undefined;
    expect(await router.execute({ query })).toEqual(whole);
  });
});

const ADDED =
  'subscription { reviewAdded(upc: "p2") { sequence node { stars author { id email } } } }';

async function oneEvent() {
  // Whoever read before is gone.
  await until(() => eventLog.readers === 0);
  const events = router.subscribe({ query: ADDED });
  const next = events.next();
  // The event must not come before its reader.
  await until(() => eventLog.readers > 0);
  eventLog.append('p2', 'r3');
  const { value } = await next;
  await events.return?.();
  return value;
}

describe('the completion of an event', () => {
  it.each(Object.keys({ ...outages, ...lies }))('survives %s', async (fault) => {
    const whole = await oneEvent();
    expect(whole?.errors).toBeUndefined();
    subgraphs.accounts.fault = { ...outages, ...lies }[fault];
    const partial = await oneEvent();
    const query = ADDED;
    const next = { ...whole, data: withSequence(whole?.data, partial?.data) };
    expect(await nonconformities(partial ?? {}, next, { apiSdl: router.apiSdl, query })).toEqual(
      [],
    );
    expect(partial?.data).toMatchObject({ reviewAdded: { node: { stars: 2 } } });
  });
});

function withSequence(data: unknown, from: unknown): Record<string, unknown> {
  const [one, other] = [data, from] as { reviewAdded: Record<string, unknown> }[];
  return { reviewAdded: { ...one?.reviewAdded, sequence: other?.reviewAdded.sequence } };
}

describe('a source of events', () => {
  it.each(Object.keys(sourceOutages))('that %s ends the stream with an error', async (fault) => {
    subgraphs.reviews.sourceFault = sourceOutages[fault];
    const results = [];
    for await (const result of router.subscribe({ query: 'subscription { ticks(count: 2) }' })) {
      results.push(result);
    }
    expect(results).toHaveLength(1);
    expect(results[0]?.errors?.[0]?.extensions?.code).toBe('SUBGRAPH_UNAVAILABLE');
    subgraphs.reviews.sourceFault = undefined;
    const ticks = [];
    for await (const { data } of router.subscribe({ query: 'subscription { ticks(count: 2) }' })) {
      ticks.push(data);
    }
    expect(ticks).toEqual([{ ticks: 1 }, { ticks: 2 }]);
  });
});
