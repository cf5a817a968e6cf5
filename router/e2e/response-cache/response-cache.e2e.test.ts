import { afterEach, describe, expect, it } from '@jest/globals';
import {
  demandControl,
  type EntityStore,
  memoryStore,
  type RouterConfig,
  rateLimits,
  redisStore,
} from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { hasRedis, startRedis } from '../../test/support/redis-server.js';
import { byName, type News, startNews } from '../cache-hints/news.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function start(config: Partial<RouterConfig<string>> = {}): Promise<News> {
  const news = await startNews({ responseCache: {}, ...config });
  open.push(news);
  return news;
}

const LATEST = { query: '{ latest { title stars } }' };
const edition = (number: number) => ({ latest: { title: `edition ${number}`, stars: 4 } });

function get(url: string, query: string, headers: Record<string, string> = {}): Promise<Response> {
  const preflight = { 'apollo-require-preflight': 'yes' };
  const asked = `${url}?query=${encodeURIComponent(query)}`;
  return fetch(asked, { headers: { ...preflight, ...headers } });
}

describe('answers to anonymous callers', () => {
  it('are kept for as long as they hold, however the operation is written', async () => {
    const { url, manners, router } = await start({ cacheHints: true });
    const first = await post(url, LATEST);
    manners.articles.edition = 2;
    const second = await post(url, { query: '# again\nquery {\n  latest { title, stars }\n}' });
    const third = await post(url, {
      query: `${LATEST.query.replace('{', 'query Q {')} query Other { archived { id } }`,
      operationName: 'Q',
    });
    expect([first.body.data, second.body.data]).toEqual([edition(1), edition(1)]);
    // Another name is another operation.
    expect(third.body.data).toEqual(edition(2));
    expect(manners.articles.asked).toBe(2);
    expect(first.headers.get('cache-control')).toBe('max-age=30, public');
    expect(second.headers.get('cache-control')).toMatch(/^max-age=(?:30|2\d), public$/);
    const metrics = await router.metrics.getSingleMetricAsString('router_response_cache_total');
    expect(metrics).toContain('{outcome="hit"} 1');
    expect(metrics).toContain('{outcome="miss"} 2');
  });

  it('are not kept without the word of the host, of a subgraph or the schema', async () => {
    const off = await start({ responseCache: undefined } as Partial<RouterConfig<string>>);
    const silent = await start();
    for (let turn = 0; turn < 2; turn++) {
      await post(off.url, LATEST);
      await post(silent.url, { query: '{ archived { id } }' });
    }
    expect([off.manners.articles.asked, silent.manners.articles.asked]).toEqual([2, 2]);
  });

  it('are not kept for longer than the host says', async () => {
    const { url, manners } = await start({ responseCache: { maxSeconds: 0.05 } });
    await post(url, LATEST);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await post(url, LATEST);
    expect(manners.articles.asked).toBe(2);
  });

  it.each<[string, (news: News) => void]>([
    [
      'private',
      ({ manners: { articles } }) =>
        void Object.assign(articles.headers, { 'cache-control': 'private' }),
    ],
    [
      'full of errors',
      ({ manners: { ratings } }) =>
        void Object.assign(ratings.extra, { errors: [{ message: 'late' }] }),
    ],
  ])('are not kept where they are %s', async (_name, prepare) => {
    const news = await start();
    prepare(news);
    await post(news.url, LATEST);
    await post(news.url, LATEST);
    expect(news.manners.articles.asked).toBe(2);
  });

  it('are kept once where several clients get one at the same time', async () => {
    const memory = memoryStore();
    let written = 0;
    const write: EntityStore['write'] = (entries) => {
      written += entries.length;
      return memory.write(entries);
    };
    let asked = 0;
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { url, manners } = await start({
      deduplicate: true,
      responseCache: { store: { ...memory, write } },
      plugins: [{ name: 'gate', onPlan: () => void asked++, onSubgraphResponse: () => gate }],
    });
    const answers = [get(url, LATEST.query), get(url, LATEST.query), get(url, LATEST.query)];
    await until(() => asked === 3);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    release();
    const tags = (await Promise.all(answers)).map(({ headers }) => headers.get('etag'));
    expect(new Set(tags).size).toBe(1);
    expect(tags[0]).toMatch(/^W/);
    expect([written, manners.articles.asked]).toEqual([1, 1]);
  });

  it('are not looked for each time where they could never be kept', async () => {
    const reads: string[] = [];
    const memory = memoryStore();
    const store: EntityStore = {
      ...memory,
      read: (wanted) => {
        reads.push(...wanted.map(({ key }) => key));
        return memory.read(wanted);
      },
    };
    const { url, manners } = await start({ responseCache: { store } });
    manners.articles.headers['cache-control'] = 'no-store';
    for (let turn = 0; turn < 16; turn++) await post(url, LATEST);
    expect([reads.length, manners.articles.asked]).toEqual([8, 16]);
    manners.articles.headers['cache-control'] = 'max-age=60';
    await post(url, LATEST);
    await post(url, LATEST);
    expect([reads.length, manners.articles.asked]).toEqual([10, 17]);
  });

  it('are kept apart by variables, headers, attributes and contracts', async () => {
    const { url, manners } = await start({
      authentication: {
        authenticate: async ({ headers: { 'x-locale': locale } }) => ({
          anonymous: true,
          attributes: { locale },
        }),
      },
      traffic: { subgraphs: { ratings: { headers: { propagate: ['x-team'] } } } },
      responseCache: { headers: ['X-Theme'] },
      contracts: { variants: { small: { path: '/small', exclude: ['none'] } } },
    });
    const query = 'query ($s: Boolean = false) { latest { title stars @include(if: $s) } }';
    const small = url.replace(/graphql$/, 'small');
    const requests: [string, object, Record<string, string>][] = [
      [url, {}, {}],
      [url, { s: true }, {}],
      [url, {}, { 'x-team': 'red' }],
      [url, {}, { 'x-theme': 'dark' }],
      [url, {}, { 'x-locale': 'de' }],
      [small, {}, {}],
    ];
    for (let turn = 1; turn <= 2; turn++) {
      for (const [at, variables, headers] of requests) {
        await post(at, { query, variables }, headers);
      }
      // A default that is written out makes no difference.
      await post(url, { query, variables: { s: false } });
      expect(manners.articles.asked).toBe(requests.length);
    }
  });

  it.each([
    [undefined, 2],
    [() => 'anybody', 1],
    [() => undefined, 4],
  ])(
    'are for those whom the host calls the same: by %p they are asked for %p times',
    async (scope, times) => {
      let ip = 0;
      const { url, manners } = await start({
        authentication: {
          authenticate: async () => ({ anonymous: true, attributes: { ip: `10.0.0.${ip++ % 2}` } }),
        },
        responseCache: { ...(scope && { scope }) },
      });
      for (let turn = 0; turn < 4; turn++) await post(url, LATEST);
      expect(manners.articles.asked).toBe(times);
    },
  );

  it('are nothing to who is signed in, and theirs to nobody', async () => {
    const { url, manners } = await start({ authentication: byName });
    const ada = { authorization: 'ada' };
    await post(url, LATEST, ada);
    await post(url, LATEST, ada);
    await post(url, LATEST);
    await post(url, LATEST);
    await post(url, LATEST, ada);
    expect(manners.articles.asked).toBe(4);
  });

  it('are not kept where a cookie goes with them, or might', async () => {
    const { url, manners } = await start({
      cacheHints: true,
      plugins: [
        {
          name: 'sessions',
          onResponse({ operation, reply, subgraphExtensions }) {
            if (operation?.name === 'Begin') reply?.setCookie('session', 'new');
            for (const { extensions } of subgraphExtensions) {
              reply?.setCookie('session', String(extensions.session));
            }
          },
        },
      ],
    });
    const BEGIN = `query Begin ${LATEST.query}`;
    for (let turn = 0; turn < 2; turn++) {
      const answer = await get(url, BEGIN);
      expect(answer.headers.get('set-cookie')).toContain('session=new');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
    expect(manners.articles.asked).toBe(2);
    manners.articles.extra = { extensions: { session: 's1' } };
    for (let turn = 0; turn < 2; turn++) {
      const answer = await post(url, LATEST);
      expect(answer.headers.get('set-cookie')).toContain('session=s1');
    }
    expect(manners.articles.asked).toBe(4);
  });

  it('are named by a tag, so that a client with the same one is sent nothing', async () => {
    const { url, router, manners } = await start({ cacheHints: true });
    const first = await get(url, LATEST.query);
    const tag = first.headers.get('etag') ?? '';
    expect(await first.json()).toEqual({ data: edition(1) });
    const again = await get(url, LATEST.query, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(tag);
    expect(again.headers.get('cache-control')).toMatch(/^max-age=\d+, public$/);
    expect(again.headers.get('vary')).toBe('accept');
    manners.articles.edition = 2;
    await router.responseCache?.invalidate();
    const other = await get(url, LATEST.query, { 'if-none-match': tag });
    expect([other.status, await other.json()]).toEqual([200, { data: edition(2) }]);
    expect((await post(url, LATEST, { 'if-none-match': '*' })).status).toBe(200);
  });

  it('are to be asked for each time where the host tells no hints', async () => {
    const { url } = await start();
    const { headers } = await get(url, LATEST.query);
    expect([headers.get('cache-control'), headers.has('etag')]).toEqual(['no-cache', true]);
    expect((await post(url, LATEST)).headers.get('cache-control')).toBe('no-store');
  });

  it('are each charged, refused and told what they cost', async () => {
    const cost = demandControl<string>({ max: 100, onMeasured: () => {} });
    const { url, manners } = await start({
      plugins: [cost, rateLimits({ capacity: 3, refillPerSecond: 0.001, key: () => 'all' })],
    });
    await post(url, LATEST);
    expect((await post(url, LATEST)).body).toEqual({ data: edition(1) });
    const told = await post(url, { ...LATEST, extensions: { cost: true } });
    expect(told.body).toMatchObject({ data: edition(1), extensions: { cost: { max: 100 } } });
    const refused = await post(url, LATEST);
    expect([refused.status, codes(refused.body)]).toEqual([429, ['RATE_LIMITED']]);
    expect(manners.articles.asked).toBe(1);
  });

  it('are forgotten with the supergraph of which they were asked', async () => {
    const { url, manners, router, supergraph } = await start();
    await post(url, LATEST);
    const next = supergraph.replace('stars: Int', 'stars: Int!');
    expect(await router.swapSupergraph(next)).toEqual({ ok: true });
    await post(url, LATEST);
    expect(manners.articles.asked).toBe(2);
  });
});

/** The same store, and how to wait for what is being written, for which no client waits. */
function observed(store: EntityStore): { store: EntityStore; written(): Promise<void> } {
  let writing = Promise.resolve();
  const write: EntityStore['write'] = (entries) => {
    writing = store.write(entries);
    return writing;
  };
  return {
    store: {
      read: (wanted) => store.read(wanted),
      write,
      invalidate: (tags) => store.invalidate(tags),
      close: () => store.close(),
    },
    written: () => writing,
  };
}

const PATIENT = { timeoutMs: 5_000 };

const stores: [string, () => Promise<() => EntityStore>][] = [
  ['memory', async () => () => memoryStore({ bytes: 1_000_000 })],
];
if (hasRedis) {
  stores.push([
    'Redis',
    async () => {
      const server = await startRedis();
      const client = server.connect();
      open.push({ close: () => server.stop() });
      return () => redisStore({ client, ...PATIENT });
    },
  ]);
}

describe.each(stores)('answers kept in %s', (_name, prepare) => {
  it('are forgotten by the name of the operation, by type, or all', async () => {
    const { store, written } = observed((await prepare())());
    const { url, manners, router } = await start({ responseCache: { store } });
    const NAMED = { query: 'query Named { latest { id } }' };
    const askBoth = async (): Promise<number> => {
      const before = manners.articles.asked;
      await post(url, LATEST);
      await written();
      await post(url, NAMED);
      await written();
      return manners.articles.asked - before;
    };
    expect([await askBoth(), await askBoth()]).toEqual([2, 0]);
    await router.responseCache?.invalidate({ operation: 'Named' });
    expect([await askBoth(), await askBoth()]).toEqual([1, 0]);
    await router.responseCache?.invalidate({ type: 'Article' });
    expect([await askBoth(), await askBoth()]).toEqual([2, 0]);
    await router.responseCache?.invalidate({ type: 'Nothing' });
    expect(await askBoth()).toBe(0);
    await router.responseCache?.invalidate();
    expect([await askBoth(), await askBoth()]).toEqual([2, 0]);
  });

  it('are not kept when they were asked for before the rest was forgotten', async () => {
    const { store, written } = observed((await prepare())());
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let held = 0;
    const { url, manners, router } = await start({
      responseCache: { store },
      plugins: [
        {
          name: 'gate',
          async onSubgraphResponse() {
            if (held++ === 0) await gate;
          },
        },
      ],
    });
    const first = post(url, LATEST);
    await until(() => held === 1);
    manners.articles.edition = 2;
    await router.responseCache?.invalidate();
    release();
    expect((await first).body.data).toEqual(edition(1));
    await written();
    expect((await post(url, LATEST)).body.data).toEqual(edition(2));
  });
});

(hasRedis ? describe : describe.skip)('answers in a Redis', () => {
  it('are shared by routers, and missed where it is away', async () => {
    const server = await startRedis();
    const client = server.connect();
    open.push({ close: () => server.stop() });
    const { store, written } = observed(redisStore({ client, ...PATIENT }));
    const [one, two] = [
      await start({ responseCache: { store } }),
      await start({ responseCache: { store: redisStore({ client, ...PATIENT }) } }),
    ];
    await post(one.url, LATEST);
    await written();
    expect((await post(two.url, LATEST)).body.data).toEqual(edition(1));
    expect([one.manners.articles.asked, two.manners.articles.asked]).toEqual([1, 0]);
    client.disconnect();
    expect((await post(two.url, LATEST)).body.data).toEqual(edition(1));
    expect(two.manners.articles.asked).toBe(1);
  });
});
