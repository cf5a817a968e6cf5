import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { usageCommand } from '../../src/command-line/usage-command.js';
import {
  fieldUsage,
  NexusGateway,
  type RouterConfig,
  type UsageBatch,
  usageFile,
} from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { composeShop, shopRouter, shopTransports, silent } from '../../test/support/shop.js';
import { endAll, runRouter } from '../support/router-process.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usage-'));
  file = join(folder, 'usage.ndjson');
});
afterEach(async () => {
  await endAll();
  await rm(folder, { recursive: true });
});

const web = { 'apollographql-client-name': 'web', 'apollographql-client-version': '1.2' };
const mobile = { 'x-graphql-client-name': 'mobile' };
const supergraph = composeShop().supergraphSdl.replace(
  / {2}warehouse: String/,
  '$& @deprecated(reason: "Ask for depots.")',
);

/** Runs `work` against a router that records to the file, until it has closed. */
async function record(
  work: (url: string) => Promise<unknown>,
  config: Partial<Omit<RouterConfig<string>, 'subgraphs'>> = {},
): Promise<string> {
  const plugins = [fieldUsage<string>({ store: usageFile(file) })];
  const router = await shopRouter({ supergraph, plugins, ...config });
  const { url } = await router.start({ port: 0 });
  await work(`${url}/graphql`);
  await router.close();
  return readFile(file, 'utf8');
}

async function usage(...args: string[]): Promise<{ code: number; said: string | undefined }> {
  const { code, output, problem } = await usageCommand(['--store', file, ...args], {});
  return { code, said: output ?? problem };
}

describe('field usage', () => {
  it('is recorded per client and printed for whoever asks', async () => {
    await record(async (url) => {
      await post(url, { query: 'query Home { warehouse me { id } }' }, web);
      await post(url, { query: 'query  Home { warehouse me { id } } # again' }, web);
      await post(url, { query: '{ warehouse }' }, mobile);
      await post(url, { query: 'query Broken { me { boom } }' }, web);
      await post(url, { query: '{ nowhere }' }, web);
    });
    expect(await usage('--field', 'Query.warehouse')).toEqual({
      code: 0,
      said: expect.stringMatching(
        /^Query\.warehouse \(deprecated\): 3, last \S+Z\n {2}web 1\.2: 2, in Home\n {2}mobile: 1, in [0-9a-f]{12}$/,
      ),
    });
    const { said } = await usage('--json', '--client', 'web');
    const { elements } = JSON.parse(said ?? '');
    expect(elements.map(({ coordinate }: { coordinate: string }) => coordinate).sort()).toEqual([
      ...['Query.me', 'Query.warehouse', 'User.boom', 'User.id'],
    ]);
    expect(elements).toContainEqual(
      expect.objectContaining({
        coordinate: 'User.boom',
        clients: [expect.objectContaining({ client: 'web', count: 1, errors: 1 })],
      }),
    );
    expect((await usage('--deprecated')).said).toMatch(/^Query\.warehouse/);
    expect(await usage('--field', 'Query.users')).toEqual({
      code: 1,
      said: expect.stringMatching(/^Not used in 30 days \(recorded since \S+Z\)\.$/),
    });
  });

  it('tells input fields and enum values, and keeps no value', async () => {
    const text = await record(async (url) => {
      const query = `query Find($filter: ProductFilter) {
        products(filter: $filter, first: 9) { name }
        echo(text: "typed-secret")
      }`;
      const variables = { filter: { condition: 'USED', upcs: ['variable-secret'] } };
      const { body } = await post(url, { query, variables }, web);
      expect(body.errors).toBeUndefined();
    });
    expect(text).not.toContain('secret');
    for (const used of [
      'Condition.USED',
      'ProductFilter.upcs',
      'Query.products(first:)',
      'Query.echo(text:)',
    ]) {
      expect((await usage('--field', used)).code).toBe(0);
    }
    expect((await usage('--field', 'Condition.NEW')).code).toBe(1);
  });

  it('counts subscriptions when they begin, over WebSocket too', async () => {
    await record(async (url) => {
      const client = createClient({
        url: url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: web,
      });
      const events = client.iterate({ query: 'subscription Ticks { ticks(count: 3) }' });
      for await (const { errors } of events) expect(errors).toBeUndefined();
      await client.dispose();
    });
    expect((await usage('--field', 'Subscription.ticks')).said).toMatch(/web 1\.2: 1, in Ticks/);
  });

  it('knows the contract that a client sees', async () => {
    const contracts = { variants: { public: { exclude: ['hidden'] } }, choose: () => 'public' };
    const text = await record((url) => post(url, { query: '{ me { id } }' }), { contracts });
    expect(text).toContain('"contract":"public"');
  });

  it('is recorded in an Apollo Server, too', async () => {
    const gateway = new NexusGateway({
      ...{ supergraph, subgraphs: shopTransports(), logger: silent },
      plugins: [fieldUsage({ store: usageFile(file) })],
    });
    const server = new ApolloServer({ gateway });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    expect(
      (await post(url, { query: 'query Depot { warehouse }' }, web)).body.errors,
    ).toBeUndefined();
    await server.stop();
    expect((await usage('--field', 'Query.warehouse')).said).toMatch(/web 1\.2: 1, in Depot/);
  });

  it('offers again what a store did not take, and no client notices', async () => {
    const batches: UsageBatch[] = [];
    const faults: unknown[] = [];
    let isDown = true;
    const store = {
      async record(batch: UsageBatch) {
        if (isDown) throw new TypeError('the store is down');
        batches.push(batch);
      },
    };
    const plugin = fieldUsage<string>({ store, onUnavailable: (fault) => faults.push(fault) });
    const router = await shopRouter({ plugins: [plugin] });
    const ask = () => router.execute({ query: '{ warehouse }' });
    expect(await ask()).toEqual({ data: { warehouse: 'W1' } });
    await plugin.flush();
    expect(faults).toHaveLength(1);
    await ask();
    isDown = false;
    await plugin.flush();
    expect(batches.map(({ counts }) => counts.map(({ count }) => count))).toEqual([[2]]);
    await router.close();
  });

  it('says what is wrong with what it is asked', async () => {
    expect(await usage('--days', 'many')).toMatchObject({
      code: 2,
      said: expect.stringContaining('--days must be a whole number'),
    });
    // As a process: what it says, and how it ends.
    const { ended, said } = runRouter(['usage', '--store', file]);
    expect([await ended, said()]).toEqual([2, expect.stringMatching(/^ENOENT.*\n$/)]);
  });
});
