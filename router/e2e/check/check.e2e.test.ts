import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/command-line/check-command.js';
import { fieldUsage, usageFile } from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { serveHttp } from '../../test/support/http-server.js';
import { composeShop, shopRouter } from '../../test/support/shop.js';
import { endAll, runRouter } from '../support/router-process.js';

const today = composeShop().supergraphSdl;
let folder: string;
let usage: string;

const path = (name: string) => join(folder, name);

/** The command without a process of its own. */
async function run(...args: string[]) {
  const { code, output, problem } = await checkCommand(args, {});
  return { code, said: output ?? problem ?? '' };
}

/** Today's supergraph after some replacements. */
async function next(name: string, ...changes: [RegExp, string][]): Promise<string> {
  let sdl = today;
  for (const [from, to] of changes) {
    expect(sdl).toMatch(from);
    sdl = sdl.replace(from, to);
  }
  await writeFile(path(name), sdl);
  return path(name);
}

async function check(supergraph: string, ...args: string[]) {
  const options = ['--supergraph', supergraph, '--against', path('today.graphql'), ...args];
  return run(...options);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  usage = path('usage.ndjson');
  await writeFile(path('today.graphql'), today);
  const router = await shopRouter({ plugins: [fieldUsage<string>({ store: usageFile(usage) })] });
  const { url } = await router.start({ port: 0 });
  const ask = (query: string, client: string, variables = {}) =>
    post(`${url}/graphql`, { query, variables }, { 'apollographql-client-name': client });
  await ask('query Depot { warehouse }', 'web');
  await ask('query Depot { warehouse }', 'web');
  await ask('query Me { me { id badge } }', 'mobile');
  const find = 'query Find($filter: ProductFilter) { products(filter: $filter) { name } }';
  await ask(find, 'web', { filter: { condition: 'USED' } });
  await router.close();
});
afterEach(endAll);
afterAll(() => rm(folder, { recursive: true }));

const NO_WAREHOUSE: [RegExp, string] = [/^ {2}warehouse: .*$/m, ''];
const NO_BOOM: [RegExp, string] = [/^ {2}boom: .*$/m, ''];

describe('nexus-router check', () => {
  it('says which operations of which client a change breaks', async () => {
    const { code, said } = await check(
      await next('a.graphql', NO_WAREHOUSE),
      '--operations',
      usage,
    );
    expect(code).toBe(1);
    expect(said).toMatch(
      /breaking {2}Query\.warehouse was removed\. \(FIELD_REMOVED\)\n +breaks 1 operation of client "web" \(2 times, last seen \S+Z\): Depot\n/,
    );
    expect(said).toMatch(/operation Depot is no longer valid of client "web"/);
    expect(said).toMatch(/must not be taken into use/);
  });

  it('lets go what nobody asks for', async () => {
    const supergraph = await next('b.graphql', NO_BOOM);
    const lax = await check(supergraph, '--operations', usage, '--planner', 'both');
    expect(lax).toEqual({
      code: 0,
      said: expect.stringMatching(
        /User\.boom was removed.*\n +unused, recorded for less than a day\n[\s\S]*Only 0 of 30 days/,
      ),
    });
    expect((await check(supergraph, '--operations', usage, '--strict')).code).toBe(1);
    expect((await check(supergraph)).said).toMatch(/nobody knows who uses it/);
  });

  it('knows enum values that came in variables', async () => {
    const gone = (value: string): [RegExp, string] => [
      new RegExp(`^ {2}${value} @join__enumValue.*$`, 'm'),
      '',
    ];
    const used = await check(await next('c.graphql', gone('USED')), '--operations', usage);
    expect(used.said).toMatch(
      /USED was removed from enum type Condition.*\n +breaks 1 operation.*Find/,
    );
    const unused = await check(await next('d.graphql', gone('NEW')), '--operations', usage);
    expect([unused.code, unused.said]).toEqual([0, expect.stringContaining('unused')]);
  });

  it('passes over what is asked for too seldom', async () => {
    const supergraph = await next('e.graphql', NO_WAREHOUSE);
    const args = ['--operations', usage, '--json', '--min-count'];
    expect(JSON.parse((await check(supergraph, ...args, '2')).said)).toMatchObject({
      ok: false,
      checked: 1,
    });
    const { said } = await check(await next('f.graphql', NO_BOOM), ...args, '3');
    expect(JSON.parse(said)).toMatchObject({
      ok: false,
      checked: 0,
      changes: [{ verdict: 'unjudged' }],
    });
  });

  it('takes operations from documents whose fragments stand elsewhere, and from manifests', async () => {
    await mkdir(path('web/parts'), { recursive: true });
    await writeFile(path('web/page.graphql'), 'query Page { me { ...Boom } }');
    await writeFile(path('web/parts/boom.gql'), 'fragment Boom on User { boom }');
    const supergraph = await next('g.graphql', NO_BOOM);
    const documents = await check(supergraph, '--operations', path('web'));
    expect(documents.said).toMatch(/User\.boom was removed.*\n +breaks 1 operation: Page/);
    await writeFile(path('manifest.json'), JSON.stringify({ 'id-1': '{ me { boom } }' }));
    const both = ['--operations', path('manifest.json'), '--operations', usage, '--json'];
    const { said } = await check(supergraph, ...both);
    expect(JSON.parse(said)).toMatchObject({
      checked: 4,
      changes: [{ verdict: 'breaks', operations: [{ name: 'id-1', uses: [] }] }],
    });
  });

  it('asks a registry, and reads contracts from the router’s configuration', async () => {
    const server = await serveHttp((_, response) => response.end(today));
    await writeFile(
      path('router.config.ts'),
      `export default { planner: 'native', contracts: { variants: { shop: { exclude: ['staff'] } } } };`,
    );
    const supergraph = await next('h.graphql', NO_BOOM);
    const { ended, said } = runRouter([
      ...['check', '--supergraph', supergraph, '--against', `${server.origin}/`],
      ...['--config', path('router.config.ts'), '--operations', usage],
    ]);
    expect(await ended).toBe(0);
    expect(said()).toMatch(/User\.boom was removed\. \(FIELD_REMOVED\) \[contract shop\]/);
    await server.close();
  });

  it('refuses what could not be served', async () => {
    await writeFile(path('broken.graphql'), 'type Query { a: Int }');
    const { ended, said } = runRouter([
      ...['check', '--supergraph', path('broken.graphql'), '--against', path('today.graphql')],
    ]);
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^broken +This is not a supergraph/);
  });

  it('fails with 2 where it cannot tell', async () => {
    const cases: [string[], RegExp][] = [
      [[], /Say what to compare/],
      [['--supergraf', 'x'], /Unknown option/],
      [
        ['--supergraph', path('today.graphql'), '--against', path('none.graphql')],
        /cannot be read: .*ENOENT/,
      ],
      [
        [
          '--supergraph',
          path('today.graphql'),
          '--against',
          path('today.graphql'),
          '--planner',
          'rust',
        ],
        /"rust"/,
      ],
      [
        [
          '--supergraph',
          path('today.graphql'),
          '--against',
          path('today.graphql'),
          '--operations',
          path('none'),
        ],
        /ENOENT/,
      ],
    ];
    for (const [args, message] of cases) {
      const { code, said } = await run(...args);
      expect([code, said]).toEqual([2, expect.stringMatching(message)]);
      expect(said).not.toMatch(/^\s+at /m);
    }
  });
});
