import { afterEach, describe, expect, it } from '@jest/globals';
import type { Router } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';

let router: Router<string> | undefined;
afterEach(() => router?.close());

async function start(config: Parameters<typeof shopRouter>[0]): Promise<string> {
  router = await shopRouter(config);
  return `${(await router.start({ port: 0 })).url}/graphql`;
}

/** Milliseconds by what they are of. */
function timings(headers: Headers): Record<string, number> {
  const entries = (headers.get('server-timing') ?? '').split(', ').map((entry) => {
    const [name = '', ...parameters] = entry.split(';');
    const of = (key: string) =>
      parameters.find((text) => text.startsWith(`${key}=`))?.slice(key.length + 1);
    return [of('desc')?.replaceAll('"', '') ?? name, Number(of('dur'))] as const;
  });
  return Object.fromEntries(entries);
}

const query = '{ latestReviews { id author { email } } warehouse }';

describe('Server-Timing', () => {
  it('tells how long each part took, and each subgraph in total', async () => {
    const url = await start({ serverTiming: true });
    const first = timings((await post(url, { query })).headers);
    expect(Object.keys(first).sort()).toEqual(
      ['parse', 'validate', 'plan', 'execute', 'total', 'accounts', 'inventory', 'reviews'].sort(),
    );
    const { total = 0, execute = Infinity } = first;
    expect(total).toBeGreaterThanOrEqual(execute);
    const again = timings((await post(url, { query })).headers);
    expect(again).not.toHaveProperty('parse');
    expect(again).toHaveProperty('reviews');
  });

  it('is for those who may see it', async () => {
    const url = await start({
      authentication: { authenticate: async ({ headers }) => ({ principal: `${headers.who}` }) },
      serverTiming: ({ principal }) => principal === 'operator',
    });
    expect((await post(url, { query }, { who: 'operator' })).headers.has('server-timing')).toBe(
      true,
    );
    expect((await post(url, { query }, { who: 'anybody' })).headers.has('server-timing')).toBe(
      false,
    );
  });

  it('is told to nobody unless the host says so', async () => {
    const url = await start({});
    expect((await post(url, { query })).headers.has('server-timing')).toBe(false);
  });
});
