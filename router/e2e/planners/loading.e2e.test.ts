import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { composeShop } from '../../test/support/shop.js';

const ROUTER = new URL('../../dist/index.js', import.meta.url).href;
const PLANNED = '{ me { id badge } }';
const DEFERRED = '{ me { id ... @defer { username } } }';
const NATIVE_CANNOT = '{ me { reviews { author { badge } } } }';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planners-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs an operation in a process of its own; which packages of Apollo's it has loaded by then. */
async function loadedFor(query: string, planner: string, run = 'execute'): Promise<string[]> {
  const program = join(folder, 'program.mjs');
  await writeFile(
    program,
    `import { Module } from 'node:module';
     import { createRouter, inProcess } from ${JSON.stringify(ROUTER)};
     const nobody = inProcess({ execute: async () => ({ data: {} }) });
     const router = await createRouter({
       supergraph: ${JSON.stringify(composeShop().supergraphSdl)},
       subgraphs: () => nobody,
       planner: ${JSON.stringify(planner)},
     });
     const answer = router.${run}({ query: ${JSON.stringify(query)} });
     if (answer[Symbol.asyncIterator]) for await (const _part of answer);
     await answer;
     const packages = Object.keys(Module._cache).flatMap((file) => /@apollo\\/[\\w-]+/.exec(file) ?? []);
     console.log(JSON.stringify([...new Set(packages)]));
     await router.close();`,
  );
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  const last = stdout
    .trim()
    .split('\n')
    .find((line) => line.startsWith('['));
  return JSON.parse(last ?? 'null');
}

describe('packages under the Elastic License', () => {
  it('are not loaded for what the native planner plans', async () => {
    expect(await loadedFor(PLANNED, 'auto')).toEqual([]);
    expect(await loadedFor(NATIVE_CANNOT, 'native')).toEqual([]);
  });

  it('are not loaded for what is not deferred after all', async () => {
    expect(await loadedFor(DEFERRED, 'auto')).toEqual([]);
    expect(await loadedFor(DEFERRED, 'native', 'subscribe')).toEqual([]);
    const off = DEFERRED.replace('@defer', '@defer(if: false)');
    expect(await loadedFor(off, 'auto', 'subscribe')).toEqual([]);
  });

  it('are loaded for what it cannot plan, or on demand', async () => {
    const packages = ['@apollo/query-planner', '@apollo/federation-internals'];
    expect(await loadedFor(NATIVE_CANNOT, 'auto')).toEqual(expect.arrayContaining(packages));
    expect(await loadedFor(DEFERRED, 'auto', 'subscribe')).toEqual(
      expect.arrayContaining(packages),
    );
    expect(await loadedFor(PLANNED, 'apollo')).toEqual(expect.arrayContaining(packages));
  });
});
