import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { post, until } from '../../test/support/client.js';
import { composeServedShop } from '../../test/support/composed-shop.js';
import { type ServedShop, serveShop } from '../../test/support/served-shop.js';
import { endAll, startRouter } from '../support/router-process.js';

let shop: ServedShop;
let folder: string;
beforeAll(async () => {
  shop = await serveShop();
  folder = await mkdtemp(join(tmpdir(), 'router-tracing-'));
});
afterAll(async () => {
  await endAll();
  await shop.close();
  await rm(folder, { recursive: true });
});

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

it('traces from the command line by an SDK that Node loads before it', async () => {
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeServedShop(shop));
  const { url, said } = await startRouter(
    ['--supergraph', supergraph, '--port=0', '--config', beside('./router.config.mjs')],
    { NODE_OPTIONS: `--import=${beside('./sdk.mjs')}` },
  );
  await post(url, { query: 'query Here { warehouse }' });
  await until(() => said().includes('"span":"query"'));
  expect(said()).toContain('"graphql.operation.name":"Here"');
  expect(shop.subgraphs.inventory.requests.at(-1)?.headers).toHaveProperty('traceparent');
});
