import { afterEach, describe, expect, it } from '@jest/globals';
import { type EntityCachePolicy, memoryStore } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { type Bookshop, type ShopConfig, startBookshop } from './bookshop.js';

let shop: Bookshop | undefined;
afterEach(() => shop?.close());

const start = async (
  prices: EntityCachePolicy<string>,
  config: Partial<ShopConfig> = {},
): Promise<Bookshop> => {
  const entityCache = { store: memoryStore(), subgraphs: { prices } };
  shop = await startBookshop({ entityCache, ...config });
  return shop;
};

const query = '{books(ids:["1"]){yourPrice}}';
const asked = async ({ url }: Bookshop, user?: string): Promise<unknown> => {
  const { body } = await post(url, { query }, user === undefined ? {} : { 'x-user': user });
  const { books } = body.data ?? {};
  return (books as { yourPrice: string }[])[0]?.yourPrice;
};

/** What some callers see, one after the other. */
const seen = async (of: Bookshop, users: readonly (string | undefined)[]): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const user of users) answers.push(await asked(of, user));
  return answers;
};

const USERS = ['ada', 'bob', undefined, 'ada', 'bob', undefined];
const OWN = ['ada', 'bob', 'nobody', 'ada', 'bob', 'nobody'].map((user) => `${user} pays 10`);

describe('two users never see what is the other’s', () => {
  it('in a subgraph of which nobody says that it is shared', async () => {
    const of = await start({});
    expect(await seen(of, USERS)).toEqual(OWN);
    // Each signed in user once; whoever is anonymous each time.
    expect(of.received.map(({ headers }) => headers['x-caller'])).toEqual([
      'ada',
      'bob',
      'nobody',
      'nobody',
    ]);
  });

  it('in a shared one that says what is private', async () => {
    const of = await start({ shared: true });
    of.says = { headers: { 'cache-control': 'max-age=60, private' } };
    expect(await seen(of, USERS)).toEqual(OWN);
    expect(of.received).toHaveLength(4);
  });

  it('in a shared one whose answers depend on a header that the router does not know', async () => {
    const of = await start({ shared: true });
    of.says = { headers: { 'cache-control': 'max-age=60', vary: 'X-Caller' } };
    expect(await seen(of, USERS)).toEqual(OWN);
    expect(of.received).toHaveLength(4);
  });

  it('when they ask at the same time', async () => {
    const of = await start({ shared: true });
    of.says = { headers: { 'cache-control': 'max-age=60, private' } };
    const answers = await Promise.all(USERS.map((user) => asked(of, user)));
    expect(answers).toEqual(OWN);
  });

  it('where their headers go to the subgraph', async () => {
    const headers = { propagate: [{ name: 'x-user', as: 'x-caller' }] };
    const of = await start({ shared: true }, { traffic: { subgraphs: { prices: { headers } } } });
    const { router, url } = of;
    await post(url, { query }, { 'x-user': 'ada' });
    const again = await router.execute({ query, principal: 'ada' });
    // The host's own operation has no headers of a client.
    expect(again.data?.books).toEqual([{ yourPrice: 'ada pays 10' }]);
    expect(of.received).toHaveLength(2);
  });
});

it('what is public in a shared subgraph is one answer for all', async () => {
  const of = await start({ shared: true });
  expect(await seen(of, USERS)).toEqual(USERS.map(() => 'ada pays 10'));
  expect(of.received).toHaveLength(1);
});

it('a user may see the own things from anywhere, unless the host tells attributes apart', async () => {
  const of = await start({});
  const { router, received } = of;
  const from = (attributes: Record<string, unknown>) =>
    router.execute({ query, principal: 'ada', attributes });
  await from({ language: 'de' });
  await from({ language: 'de' });
  expect(received).toHaveLength(1);
  await from({ language: 'en' });
  expect(received).toHaveLength(2);
  await from({ since: new Date() });
  await from({ since: new Date() });
  expect(received).toHaveLength(4);
});
