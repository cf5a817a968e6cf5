import { afterEach, describe, expect, it } from '@jest/globals';
import { inProcess, memoryStore, type RouterConfig } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { byName, type News, startNews } from './news.js';

let news: News | undefined;
afterEach(() => news?.close());

const BOTH = { query: '{ latest { id title stars } }' };

async function start(config: Partial<RouterConfig<string>> = {}): Promise<News> {
  news = await startNews({ cacheHints: true, ...config });
  return news;
}

describe('for how long an answer holds', () => {
  it('is told to nobody unless the host wants it', async () => {
    const { url, manners } = await start({ cacheHints: false });
    for (const { headers } of Object.values(manners)) headers['cache-control'] = 'max-age=60';
    const { headers } = await post(url, BOTH);
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['no-store', null]);
  });

  it.each([
    ['max-age=60', 'max-age=10', 'max-age=10, public'],
    ['max-age=60, private', 'max-age=90', 'max-age=60, private'],
    ['max-age=60', 'no-store', 'no-store'],
    ['max-age=60', 'max-age=0', 'no-store'],
    // Who says nothing leaves it to the schema: 40 and 30 seconds.
    ['max-age=60', '', 'max-age=30, public'],
    ['max-age=20', '', 'max-age=20, public'],
    ['', '', 'max-age=30, public'],
    ['private', '', 'max-age=30, private'],
  ])('is the least of "%s" and "%s": %s', async (articles, ratings, expected) => {
    const { url, manners } = await start();
    if (articles) manners.articles.headers['cache-control'] = articles;
    if (ratings) manners.ratings.headers['cache-control'] = ratings;
    const { headers, body } = await post(url, BOTH);
    expect(body.data).toEqual({ latest: { id: 'a1', title: 'edition 1', stars: 4 } });
    expect([headers.get('cache-control'), manners.ratings.asked]).toEqual([expected, 1]);
  });

  it('is said by subgraphs in this process and by plugins, too', async () => {
    const data = { latest: { __typename: 'Article', id: 'a1' } };
    const articles = inProcess<string>({
      execute: () => ({ data, headers: { 'cache-control': 'max-age=70' } }),
    });
    const { url } = await start({
      subgraphs: () => articles,
      plugins: [
        {
          name: 'ratings',
          onSubgraphRequest: ({ request: { subgraph } }) =>
            subgraph === 'ratings'
              ? {
                  data: { _entities: [{ stars: 1 }] },
                  headers: { 'cache-control': 'max-age=65', age: '5' },
                }
              : undefined,
        },
      ],
    });
    const { headers } = await post(url, BOTH);
    expect(headers.get('cache-control')).toBe('max-age=60, public');
  });

  it('is what is left of the time where the entity cache answers', async () => {
    const { url, manners } = await start({
      entityCache: { store: memoryStore(), default: { shared: true } },
    });
    manners.articles.headers['cache-control'] = 'max-age=60, public';
    Object.assign(manners.ratings.headers, { 'cache-control': 'max-age=50, public', age: '35' });
    const told = async () => (await post(url, BOTH)).headers.get('cache-control');
    expect(await told()).toBe('max-age=15, public');
    expect(await told()).toMatch(/^max-age=1[0-5], public$/);
    expect([manners.articles.asked, manners.ratings.asked]).toEqual([1, 1]);
  });

  it.each([
    ['a field at the root that says nothing', '{ archived { id } }'],
    ['a mutation', 'mutation { publish { id } }'],
    ['the schema', '{ latest { id } __schema { queryType { name } } }'],
    ['no subgraph at all', '{ __typename }'],
    ['what cannot be asked', '{ nothing }'],
  ])('is no time for %s', async (_name, query) => {
    const { url, manners } = await start();
    if (query.startsWith('mutation')) manners.articles.headers['cache-control'] = 'max-age=60';
    expect((await post(url, { query })).headers.get('cache-control')).toBe('no-store');
  });

  it('is no time where anything failed', async () => {
    const { url, manners } = await start();
    const errors = [{ message: 'late', extensions: { code: 'LATE' } }];
    Object.assign(manners.ratings, { extra: { errors } });
    const { body, headers } = await post(url, BOTH);
    expect(body.errors).toHaveLength(1);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is for its caller alone where it is signed in, or had to be', async () => {
    const { url, manners } = await start({ authentication: byName });
    manners.articles.headers['cache-control'] = 'max-age=60, public';
    const TITLE = { query: '{ latest { title } }' };
    const told = async (query: object, headers = {}) =>
      (await post(url, query, headers)).headers.get('cache-control');
    expect(await told(TITLE)).toBe('max-age=60, public');
    expect(await told(TITLE, { authorization: 'ada' })).toBe('max-age=60, private');
    expect(await told({ query: '{ mine }' }, { authorization: 'ada' })).toBe('max-age=60, private');
    expect(await told({ query: '{ mine }' })).toBe('no-store');
  });

  it('is for its caller alone where the host chooses a contract for it', async () => {
    const { url } = await start({
      contracts: {
        variants: { small: { path: '/small', exclude: ['none'] } },
        choose: () => undefined,
      },
    });
    const { headers } = await post(url, BOTH);
    expect(headers.get('cache-control')).toBe('max-age=30, private');
    const small = await post(url.replace(/graphql$/, 'small'), BOTH);
    expect(small.headers.get('cache-control')).toBe('max-age=30, public');
  });

  it('names the headers on which it depends', async () => {
    const headers = { propagate: ['X-Team', { name: 'x-locale', as: 'x-l' }] };
    const { url, manners } = await start({
      authentication: byName,
      traffic: { default: { headers } },
      corsOrigins: ['https://shop.example'],
    });
    Object.assign(manners.articles.headers, { 'cache-control': 'max-age=60', vary: 'x-team' });
    const answer = await post(url, { query: '{ latest { title } }' }, { 'x-team': 'red' });
    expect(answer.headers.get('cache-control')).toBe('max-age=60, public');
    expect(answer.headers.get('vary')).toBe(
      'origin, accept, authorization, cookie, x-team, x-locale',
    );
  });

  it('is for its caller alone where headers are passed on by a pattern', async () => {
    const { url } = await start({
      cacheHints: { vary: ['x-key'] },
      traffic: { subgraphs: { ratings: { headers: { propagate: [/^x-/] } } } },
    });
    const { headers } = await post(url, BOTH);
    expect(headers.get('cache-control')).toBe('max-age=30, private');
    expect(headers.get('vary')).toBe('accept, x-key');
  });

  it('is left to a plugin that says it, and nothing where one sets a cookie', async () => {
    const { url } = await start({
      plugins: [
        {
          name: 'manners',
          onResponse({ operation, reply }) {
            if (operation?.name === 'Own') reply?.header('cache-control', 'max-age=1');
            if (operation?.name === 'Cookie') reply?.setCookie('seen', '1');
          },
        },
      ],
    });
    const told = async (name: string) =>
      (await post(url, { query: `query ${name} ${BOTH.query}` })).headers.get('cache-control');
    expect(await told('Own')).toBe('max-age=1');
    expect(await told('Cookie')).toBe('no-store');
    expect(await told('Plain')).toBe('max-age=30, public');
  });

  it('is its client’s own where a plugin adds something to the answer', async () => {
    const { url } = await start({
      plugins: [
        {
          name: 'reader',
          onResponse({ operation, result }) {
            if (operation?.name === 'Read') JSON.stringify(result.data);
            if (operation?.name === 'Added') result.extensions = { mark: 1 };
            if (operation?.name === 'Changed') result.data = {};
          },
        },
      ],
    });
    const told = async (name: string) =>
      (await post(url, { query: `query ${name} ${BOTH.query}` })).headers.get('cache-control');
    expect(await told('Read')).toBe('max-age=30, public');
    expect(await told('Added')).toBe('no-store');
    expect(await told('Changed')).toBe('no-store');
  });
});
