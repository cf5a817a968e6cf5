import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  memoryOperations,
  type PersistedOperationsConfig,
  type Router,
  RouterRefused,
} from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { listeningLog } from '../../test/support/log-lines.js';
import { composeShop, shopRouter } from '../../test/support/shop.js';
import { openEvents } from '../../test/support/sse.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const ME = 'query Me { me { username } }';
const TICKS = 'subscription Ticks { ticks(count: 2) }';
const OTHER = 'query Other { me { email } }';
const ADA = { data: { me: { username: 'ada' } } };
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: 'me-1', name: 'Me', type: 'query', body: ME },
    { id: 'ticks-1', name: 'Ticks', type: 'subscription', body: TICKS },
  ],
};

async function started(
  persistedOperations: PersistedOperationsConfig<string>,
  config: Parameters<typeof shopRouter>[0] = {},
) {
  const { log, lines } = listeningLog();
  const router: Router<string> = await shopRouter({ persistedOperations, logger: log, ...config });
  cleanups.push(() => router.close());
  const url = `${(await router.start({ port: 0 })).url}/graphql`;
  return { router, url, lines };
}

async function manifestFile(json: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'router-manifest-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const file = join(folder, 'manifest.json');
  const write = (content: unknown) => writeFile(file, JSON.stringify(content));
  await write(json);
  return { file, write };
}

describe('trusted operations', () => {
  it('run by their id on every transport', async () => {
    const { url } = await started({ manifests: [{ manifest }], enforcement: 'require' });
    expect((await post(url, { documentId: 'me-1' })).body).toEqual(ADA);
    const apollo = { extensions: { persistedQuery: { version: 1, sha256Hash: 'me-1' } } };
    expect((await post(url, apollo)).body).toEqual(ADA);

    const stream = await openEvents(url, { documentId: 'ticks-1' });
    expect((await stream.next()).data).toEqual({ data: { ticks: 1 } });
    stream.close();

    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const persistedQuery = { version: 1, sha256Hash: 'ticks-1' };
    const ticks = client.iterate({ query: '', extensions: { persistedQuery } });
    expect((await ticks.next()).value).toEqual({ data: { ticks: 1 } });
    await client.dispose();
  });

  it('run by their id in a stream that several share', async () => {
    const { url } = await started({ manifests: [{ manifest }], enforcement: 'require' });
    const shared = `${url}/stream`;
    const token = await (await fetch(shared, { method: 'PUT' })).text();
    const ask = (documentId: string) =>
      fetch(shared, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-graphql-event-stream-token': token },
        body: JSON.stringify({ documentId, extensions: { operationId: documentId } }),
      });
    expect([(await ask('ticks-2')).status, (await ask('me-1')).status]).toEqual([404, 202]);
  });

  it('are refused under an id that nobody listed, and with another text than their own', async () => {
    const { url } = await started({ manifests: [{ manifest }] });
    const unknown = await post(url, { documentId: 'me-2' });
    expect([unknown.status, codes(unknown.body)]).toEqual([404, ['PERSISTED_QUERY_NOT_IN_LIST']]);
    const both = await post(url, { documentId: 'me-1', query: OTHER });
    expect([both.status, codes(both.body)]).toEqual([400, ['CANNOT_SEND_PQ_ID_AND_BODY']]);
    expect((await post(url, { documentId: 'me-1', query: ME })).body).toEqual(ADA);
  });

  it('are bound by no limit on documents, which what a client makes up is', async () => {
    const limits = { tokens: 3 };
    const enforcement = 'log';
    const { url } = await started({ manifests: [{ manifest }], enforcement }, { limits });
    expect((await post(url, { documentId: 'me-1' })).body).toEqual(ADA);
    expect((await post(url, { query: ME })).body).toEqual(ADA);
    expect(codes((await post(url, { query: OTHER })).body)).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('are marked for plugins', async () => {
    const marks: boolean[] = [];
    const ear = {
      name: 'ear',
      onOperation: ({ trusted }: { trusted: boolean }) => void marks.push(trusted),
    };
    const { url } = await started({ manifests: [{ manifest }] }, { plugins: [ear] });
    await post(url, { documentId: 'me-1' });
    await post(url, { query: OTHER });
    expect(marks).toEqual([true, false]);
  });
});

describe('enforcement', () => {
  it('off: runs what is not listed', async () => {
    const { url, lines } = await started({ manifests: [{ manifest }] });
    expect((await post(url, { query: OTHER })).status).toBe(200);
    expect(lines.filter(({ msg }) => msg.includes('not in the list'))).toEqual([]);
  });

  it('log: runs it, counts it each time, and logs it once, without its text', async () => {
    const { url, lines, router } = await started({ manifests: [{ manifest }], enforcement: 'log' });
    for (const query of [ME, OTHER, OTHER]) {
      const headers = { 'apollographql-client-name': 'web' };
      expect((await post(url, { query }, headers)).status).toBe(200);
    }
    const told = lines.filter(({ msg }) => msg.includes('not in the list'));
    expect(told).toMatchObject([{ operation: 'Other', client: 'web' }]);
    expect(JSON.stringify(told)).not.toContain('email');
    const metrics = await router.metrics.metrics();
    expect(metrics).toContain('router_persisted_operations_total{outcome="unlisted"} 2');
    expect(metrics).toContain('router_persisted_operations_total{outcome="trusted"} 1');
  });

  it('require: refuses it, whatever white space a listed text comes with', async () => {
    const { url, router } = await started({ manifests: [{ manifest }], enforcement: 'require' });
    expect((await post(url, { query: `# by hand\n${ME.replaceAll(' ', '\n ')}` })).body).toEqual(
      ADA,
    );
    const refused = await post(url, { query: OTHER });
    expect([refused.status, codes(refused.body)]).toEqual([403, ['QUERY_NOT_IN_SAFELIST']]);
    expect((await router.execute({ query: OTHER })).errors).toBeUndefined();
    const schema = await post(url, { query: '{ __schema { types { name } } }' });
    expect(codes(schema.body)).toEqual(['QUERY_NOT_IN_SAFELIST']);
  });

  it('require by id: refuses every text', async () => {
    const by = { enforcement: 'require', accept: 'id' } as const;
    const { url } = await started({ manifests: [{ manifest }], ...by });
    const refused = await post(url, { query: ME });
    expect([refused.status, codes(refused.body)]).toEqual([400, ['PERSISTED_QUERY_ID_REQUIRED']]);
    expect((await post(url, { documentId: 'me-1' })).body).toEqual(ADA);
  });

  it('spares whom it does not concern', async () => {
    const exempt = ({ principal }: { principal: string | null }) => principal === 'staff';
    const authenticate = async ({ headers }: { headers: Record<string, unknown> }) => ({
      principal: String(headers.authorization),
    });
    const { url } = await started(
      { manifests: [{ manifest }], enforcement: 'require', exempt },
      { authentication: { authenticate } },
    );
    expect((await post(url, { query: OTHER }, { authorization: 'staff' })).status).toBe(200);
    expect((await post(url, { query: OTHER }, { authorization: 'guest' })).status).toBe(403);
  });

  it('knows the list of each client, by the name it states or by who it is', async () => {
    const manifests = [{ manifest, clients: ['web'] }];
    const { url } = await started({ manifests, enforcement: 'require' });
    const asked = (name: string) =>
      post(url, { documentId: 'me-1' }, { 'x-graphql-client-name': name });
    expect((await asked('web')).body).toEqual(ADA);
    expect(codes((await asked('ios')).body)).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);

    const strict = await started({ manifests, enforcement: 'require', clientOf: () => 'ios' });
    const headers = { 'x-graphql-client-name': 'web' };
    const refused = await post(strict.url, { documentId: 'me-1' }, headers);
    expect(codes(refused.body)).toEqual(['PERSISTED_QUERY_NOT_IN_LIST']);
  });

  it('cannot be had together with what clients register themselves', async () => {
    const automatic = memoryOperations();
    const persistedOperations = { automatic, enforcement: 'require' } as const;
    await expect(shopRouter({ persistedOperations })).rejects.toBeInstanceOf(RouterRefused);
  });
});

describe('manifests', () => {
  it('in files are read again when they change; a broken one leaves the former in force', async () => {
    const { file, write } = await manifestFile({ one: ME });
    const { url, lines } = await started({ manifests: [{ file }], reloadMs: 5 });
    expect((await post(url, { documentId: 'one' })).body).toEqual(ADA);

    await write({ one: ME, two: '{ me { id } }' });
    await until(() => lines.some(({ msg }) => msg.includes('taken into use')));
    expect((await post(url, { documentId: 'two' })).status).toBe(200);

    await write({ one: 'query {' });
    await until(() => lines.some(({ msg }) => msg.includes('refused')));
    expect((await post(url, { documentId: 'one' })).body).toEqual(ADA);
    expect((await post(url, { documentId: 'two' })).status).toBe(200);
  });

  it('that cannot be read refuse the start, each with its reason', async () => {
    const { file } = await manifestFile([]);
    const manifests = [{ file }, { file: `${file}.none` }, { manifest: { a: 1 }, name: 'inline' }];
    await expect(shopRouter({ persistedOperations: { manifests } })).rejects.toMatchObject({
      name: 'RouterRefused',
      problems: [
        `${file}: A manifest is a JSON object.`,
        expect.stringContaining('ENOENT'),
        'inline: Operation "a" has no text.',
      ],
    });
  });

  it('are held against the schema at start and at each swap, and what does not fit is told', async () => {
    const manifests = [{ manifest: { good: ME, bad: '{ nonsense }' } }];
    const { url, lines, router } = await started({ manifests });
    const told = () => lines.filter(({ msg }) => msg.includes('do not fit'));
    expect(told()).toMatchObject([{ count: 1, operations: [{ id: 'bad' }] }]);
    const answer = await post(url, { documentId: 'bad' });
    expect(codes(answer.body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);

    const { supergraphSdl } = composeShop();
    const renamed = supergraphSdl.replaceAll(/\busername\b/g, 'handle');
    expect(await router.swapSupergraph(renamed)).toEqual({ ok: true });
    expect(told()[1]).toMatchObject({ count: 2, operations: [{ id: 'good' }, { id: 'bad' }] });
    expect(codes((await post(url, { documentId: 'good' })).body)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });
});
