import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  createRouter,
  inProcess,
  type Router,
  type RouterConfig,
  sourceAt,
  urlSource,
} from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { composeServedShop, withoutWarehouse } from '../../test/support/composed-shop.js';
import { serveHttp } from '../../test/support/http-server.js';
import { serveShop } from '../../test/support/served-shop.js';
import { composeShop, shopTransports } from '../../test/support/shop.js';
import { endAll, startRouter } from '../support/router-process.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const first = composeShop().supergraphSdl;
const second = withoutWarehouse(first);

/** A router that follows a source, and what it logs. */
async function follow(
  config: Pick<RouterConfig<string>, 'supergraph'> & Partial<RouterConfig<string>>,
) {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const router = await createRouter<string>({ subgraphs: shopTransports(), logger, ...config });
  closing.push(() => router.close());
  const said = (message: string) => lines.filter(({ msg }) => msg === message);
  return { router, said };
}

async function temporaryFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hot-reload-'));
  closing.push(() => rm(folder, { recursive: true }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, text);
  return file;
}

/** A registry that answers one text, by ETag. */
async function serveText(text: string) {
  const state = { text, status: 200, asked: [] as IncomingHttpHeaders[], unchanged: 0 };
  const server = await serveHttp((request, response) => {
    state.asked.push(request.headers);
    const etag = `"${state.text.length}"`;
    if (state.status !== 200) response.writeHead(state.status).end();
    else if (request.headers['if-none-match'] === etag) {
      state.unchanged++;
      response.writeHead(304).end();
    } else response.writeHead(200, { etag }).end(state.text);
  });
  closing.push(server.close);
  return { state, url: `${server.origin}/supergraph` };
}

const has = (router: Router<string>, field: string) => router.apiSdl.includes(`${field}: String`);

describe('a file', () => {
  it('is followed, whether it is written to or replaced', async () => {
    const file = await temporaryFile(first);
    const { router, said } = await follow({ supergraph: sourceAt(file) });
    await writeFile(file, second);
    await until(() => has(router, 'depot'));
    await writeFile(`${file}.new`, first);
    await rename(`${file}.new`, file);
    await until(() => has(router, 'warehouse'));
    expect(said('a new supergraph is in use')).toHaveLength(2);
  });

  it('is followed where Kubernetes mounts it', async () => {
    const file = await temporaryFile('');
    const folder = dirname(file);
    for (const [version, sdl] of [
      ['..1', first],
      ['..2', second],
    ] as const) {
      await mkdir(join(folder, version));
      await writeFile(join(folder, version, 'supergraph.graphql'), sdl);
    }
    await rm(file);
    await symlink('..1', join(folder, '..data'));
    await symlink(join('..data', 'supergraph.graphql'), file);
    const { router } = await follow({ supergraph: sourceAt(file) });
    await symlink('..2', join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    await until(() => has(router, 'depot'));
  });

  it('that was changed before it was watched is not missed', async () => {
    const file = await temporaryFile(first);
    const source = sourceAt(file);
    await source.read();
    await writeFile(file, second);
    const texts: string[] = [];
    const stop = source.watch(
      (sdl) => texts.push(sdl),
      () => undefined,
    );
    await until(() => texts.length > 0);
    stop();
    expect(texts).toEqual([second]);
  });

  it('that becomes broken, or goes away, is reported, and the old supergraph goes on', async () => {
    const file = await temporaryFile(first);
    const { router, said } = await follow({ supergraph: sourceAt(file) });
    await writeFile(file, 'type Query { a: Int }');
    await until(() => said('a new supergraph was refused').length === 1);
    expect(said('a new supergraph was refused')[0]).toMatchObject({
      supergraph: file,
      problems: [expect.stringContaining('not a supergraph')],
    });
    await rm(file);
    await until(() => said('the supergraph cannot be read').length > 0);
    expect(await router.execute({ query: '{ warehouse }' })).toEqual({ data: { warehouse: 'W1' } });
    await writeFile(file, second);
    await until(() => has(router, 'depot'));
  });

  it('is let alone once the router is closed', async () => {
    const file = await temporaryFile(first);
    const { router, said } = await follow({ supergraph: sourceAt(file) });
    await router.close();
    await writeFile(file, second);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([has(router, 'warehouse'), said('a new supergraph is in use')]).toEqual([true, []]);
  });
});

describe('a URL', () => {
  it('is asked again by ETag, and what has changed taken over', async () => {
    const { state, url } = await serveText(first);
    const headers = { authorization: 'Bearer registry' };
    const supergraph = urlSource(url, { pollMs: 10, headers });
    const { router, said } = await follow({ supergraph });
    await until(() => state.unchanged >= 3);
    expect(said('a new supergraph is in use')).toEqual([]);
    expect(state.asked.every(({ authorization }) => authorization === 'Bearer registry')).toBe(
      true,
    );
    state.text = second;
    await until(() => has(router, 'depot'));
  });

  it('that fails for a while is reported, and asked on', async () => {
    const { state, url } = await serveText(first);
    const { router, said } = await follow({ supergraph: urlSource(url, { pollMs: 10 }) });
    state.status = 500;
    await until(() => said('the supergraph cannot be read').length > 1);
    expect(await router.execute({ query: '{ warehouse }' })).toEqual({ data: { warehouse: 'W1' } });
    state.text = second;
    state.status = 200;
    await until(() => has(router, 'depot'));
  });
});

describe('another supergraph', () => {
  const planned = async (router: Router<string>): Promise<number> => {
    const metrics = await router.metrics.getMetricsAsJSON();
    const counts = metrics.flatMap(({ name, values }) =>
      name.includes('planning') ? (values as { metricName?: string; value: number }[]) : [],
    );
    return counts.find(({ metricName }) => metricName?.endsWith('_count'))?.value ?? 0;
  };

  it('has the hottest operations planned before it takes traffic', async () => {
    const { router } = await follow({ supergraph: first });
    const hot = ['{ me { id badge } }', 'query Named { users { id reviews { body } } }'];
    for (const query of [...hot, ...hot, '{ warehouse }']) await router.execute({ query });
    expect(await planned(router)).toBe(3);
    expect(await router.swapSupergraph(second)).toEqual({ ok: true });
    // `warehouse` is no more; nobody minds.
    expect(await planned(router)).toBe(5);
    for (const query of hot) expect((await router.execute({ query })).errors).toBeUndefined();
    expect(await planned(router)).toBe(5);
  });

  it('has trusted operations planned, too', async () => {
    const manifest = { hot: 'query Hot { me { id } }', cold: 'query Cold { warehouse }' };
    const { router } = await follow({
      supergraph: first,
      persistedOperations: { manifests: [{ manifest }] },
    });
    const { url } = await router.start({ port: 0 });
    const ask = () => post(`${url}/graphql`, { documentId: 'hot' });
    const { body } = await ask();
    expect(await planned(router)).toBe(1);
    expect(await router.swapSupergraph(second)).toEqual({ ok: true });
    expect(await planned(router)).toBe(2);
    expect((await ask()).body).toEqual(body);
    expect(await planned(router)).toBe(2);
  });

  it('leaves running operations to the former', async () => {
    let release: (value: { data: { warehouse: string } }) => void = () => undefined;
    let asked = false;
    const slow = inProcess<string>({
      execute: () => {
        asked = true;
        return new Promise((resolve) => {
          release = resolve;
        });
      },
    });
    const subgraphs = { ...shopTransports(), inventory: slow };
    const { router } = await follow({ supergraph: first, subgraphs });
    const running = router.execute({ query: '{ warehouse }' });
    await until(() => asked);
    await router.swapSupergraph(second);
    release({ data: { warehouse: 'W1' } });
    expect(await running).toEqual({ data: { warehouse: 'W1' } });
  });

  it('that was asked for last stays, however long the others take', async () => {
    const { router } = await follow({ supergraph: first });
    const swaps = [second, 'broken', first, second].map((sdl) => router.swapSupergraph(sdl));
    const oks = (await Promise.all(swaps)).map(({ ok }) => ok);
    expect([oks, has(router, 'depot')]).toEqual([[true, false, true, true], true]);
  });
});

describe('many requests', () => {
  it('are all answered while supergraphs come and go', async () => {
    const { router } = await follow({ supergraph: first });
    const { url } = await router.start({ port: 0 });
    const queries = ['{ me { id badge } }', '{ users { id reviews { body } } }'];
    const expected = await Promise.all(queries.map((query) => post(`${url}/graphql`, { query })));
    let isDone = false;
    let answered = 0;
    const client = async (index: number): Promise<void> => {
      const turn = index % queries.length;
      while (!isDone && answered < 2_000) {
        const { body } = await post(`${url}/graphql`, { query: queries[turn] });
        expect(body).toEqual(expected[turn]?.body);
        answered++;
      }
    };
    const clients = Promise.all(Array.from({ length: 8 }, (_, index) => client(index)));
    for (const sdl of [second, first, 'broken', second, first, second]) {
      expect((await router.swapSupergraph(sdl)).ok).toBe(sdl !== 'broken');
    }
    isDone = true;
    await clients;
    expect(answered).toBeGreaterThan(8);
  });
});

describe('the command line', () => {
  afterEach(endAll);

  it('follows the file that it was given', async () => {
    const shop = await serveShop();
    closing.push(() => shop.close());
    const file = await temporaryFile(composeServedShop(shop));
    const { url, said } = await startRouter(['--supergraph', file, '--port', '0']);
    await writeFile(file, 'type Query {');
    await until(() => said().includes('a new supergraph was refused'));
    expect((await post(url, { query: '{ warehouse }' })).body).toEqual({
      data: { warehouse: 'W1' },
    });
    await writeFile(file, withoutWarehouse(composeServedShop(shop)));
    let status = 200;
    for (let tries = 0; status === 200 && tries < 200; tries++) {
      status = (await post(url, { query: '{ warehouse }' })).status;
    }
    expect(status).toBe(400);
  });
});
