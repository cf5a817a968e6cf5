import { afterEach, describe, expect, it } from '@jest/globals';
import { type Router, RouterRefused } from '../src/index.js';
import { explorerProblems } from '../src/server/explorer-options.js';
import { shopRouter } from './support/shop.js';

let router: Router<string> | undefined;
afterEach(() => router?.close());

async function serve(config: Parameters<typeof shopRouter>[0]): Promise<string> {
  router = await shopRouter(config);
  return (await router.start({ port: 0 })).url;
}

describe('the explorer’s routes', () => {
  it('are not there unless they are asked for', async () => {
    const url = await serve({});
    expect((await fetch(`${url}/explorer/`)).status).toBe(404);
  });

  it('serve the page, its parts for good, and where the graph is', async () => {
    const url = await serve({ explorer: true });
    const page = await fetch(`${url}/explorer`);
    expect(page.url).toBe(`${url}/explorer/`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    const part = await fetch(`${url}/explorer/${script}`);
    expect([part.status, part.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(await (await fetch(`${url}/explorer/endpoints.json`)).json()).toEqual({
      endpoints: [{ url: '../graphql' }],
      explains: false,
    });
  });

  it('may be at the root, beside everything else', async () => {
    const contracts = { variants: { partner: { exclude: ['internal'], path: '/partner' } } };
    const url = await serve({ explorer: { path: '/' }, contracts, explain: () => true });
    expect(await (await fetch(url)).text()).toContain('<title>Explorer</title>');
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/endpoints.json`)).json()).toEqual({
      endpoints: [{ url: 'graphql' }, { url: 'partner', contract: 'partner' }],
      explains: true,
    });
  });

  it.each(['/explorer/../../package.json', '/explorer/%2e%2e/cli.js', '/explorer/assets/none.js'])(
    'give away nothing else: %s',
    async (path) => {
      const url = await serve({ explorer: true });
      const response = await fetch(url + path);
      expect(response.status).toBe(404);
    },
  );
});

describe('an explorer that cannot be', () => {
  it.each([
    { path: 'explorer', problem: 'must begin with "/"' },
    { path: '/*', problem: 'no wildcards' },
    { path: '/graphql/', problem: 'something else is there' },
    { path: '/health', problem: 'something else is there' },
  ])('refuses the start: $path', async ({ path, problem }) => {
    const start = shopRouter({ explorer: { path } });
    await expect(start).rejects.toThrow(problem);
    await expect(start).rejects.toBeInstanceOf(RouterRefused);
  });

  it('is one in the place of the host’s own page', async () => {
    const staticRoutes = [{ prefix: '/explorer/', root: '/nowhere' }];
    await expect(shopRouter({ explorer: true, staticRoutes })).rejects.toThrow('else is there');
  });

  it('is one that was not built', () => {
    expect(explorerProblems({ explorer: true }, '/nowhere/')).toEqual([
      'The explorer is not built: there is no /nowhere/index.html.',
    ]);
    expect(explorerProblems({}, '/nowhere/')).toEqual([]);
  });
});
