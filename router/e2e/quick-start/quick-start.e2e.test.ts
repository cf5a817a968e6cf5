import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { post } from '../../test/support/client.js';
import { endAll, startRouter } from '../support/router-process.js';

const example = (file: string) => fileURLToPath(new URL(`../../example/${file}`, import.meta.url));
const run = promisify(execFile);

let folder: string;
let subgraphs: ChildProcess;
let urls: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'router-quick-start-'));
  subgraphs = spawn(process.execPath, [example('subgraphs.mjs'), '0', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  urls = await served(subgraphs);
});
afterAll(async () => {
  await endAll();
  subgraphs.kill();
  await rm(folder, { recursive: true });
});

/** The URLs that the example says, once it has said both. */
function served(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new TypeError(`The subgraphs ended with ${code}.`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = [...said.matchAll(/ is at (\S+)\n/g)].map(([, url = '']) => url);
      if (found.length === 2) resolve(found);
    });
  });
}

describe('the README’s five minutes', () => {
  it('compose two subgraphs, serve them, join them, and explain the plan', async () => {
    const supergraph = join(folder, 'supergraph.graphql');
    const { stdout } = await run(process.execPath, [example('compose.mjs'), ...urls]);
    await writeFile(supergraph, stdout);
    const { url } = await startRouter([
      '--supergraph',
      supergraph,
      '--port',
      '0',
      '--config',
      example('router.config.ts'),
    ]);
    const query = '{ topProducts(first: 1) { name reviews { body } } }';
    const { body } = await post(url, { query }, { 'nexus-explain': 'plan' });
    expect(body).toEqual({
      data: {
        topProducts: [{ name: 'Table', reviews: [{ body: 'Stands.' }, { body: 'Wobbles.' }] }],
      },
      extensions: { queryPlan: expect.objectContaining({ mode: 'plan' }) },
    });
    expect((await fetch(new URL('/explorer/', url))).status).toBe(200);
  });
});
