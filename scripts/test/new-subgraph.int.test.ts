import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseCopy, type Run } from './support/house-copy.js';

let copy: HouseCopy;
let made: Run;

beforeAll(async () => {
  copy = new HouseCopy();
  made = await copy.run('scripts/new-subgraph.mjs', ['warehouse', 'StockItem']);
}, 150_000);
afterAll(() => copy.remove());

const read = (path: string) => readFileSync(join(copy.root, path), 'utf8');
/** What it says is shown only where it failed. */
const ok = ({ code, output }: Run) => expect(code === 0 ? '' : output).toBe('');

describe('npm run new:subgraph', () => {
  it('builds, and composes into the supergraph', () => {
    ok(made);
    expect(existsSync(join(copy.root, 'subgraphs/warehouse/dist/index.js'))).toBe(true);
    expect(read('schema/api.graphql')).toMatch(/stockItemRename\(/);
    expect(read('schema/subgraphs/warehouse.graphql')).toContain('@key(fields: "id")');
    expect(read('schema/events.json')).toContain('warehouse.StockItemCreated');
  });

  it('makes what passes its contract suite and its own tests', async () => {
    const run = await copy.run(
      'node_modules/jest/bin/jest.js',
      ['--config', 'jest.config.mjs', 'subgraphs/warehouse', 'host/test/deploy'],
      { NODE_OPTIONS: '--experimental-vm-modules' },
    );
    expect(run.output).toMatch(/Test Suites: 5 passed, 5 total/);
    ok(run);
  }, 150_000);

  it('makes what follows the rules of the house', async () => {
    ok(await copy.run('scripts/fences.mjs'));
    ok(await copy.run('node_modules/@biomejs/biome/bin/biome', ['ci', 'subgraphs/warehouse']));
    const types = { extends: './tsconfig.base.json', include: ['subgraphs/warehouse/test'] };
    const options = { composite: false, noEmit: true, declaration: false, sourceMap: false };
    const config = { ...types, compilerOptions: options };
    writeFileSync(join(copy.root, 'tsconfig.made.json'), JSON.stringify(config));
    ok(await copy.run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.made.json']));
  }, 60_000);

  it('refuses the same name again, and changes nothing', async () => {
    const before = read('host/src/subgraphs.ts');
    const again = await copy.run('scripts/new-subgraph.mjs', ['warehouse', '--no-build']);
    expect(again.code).toBe(1);
    expect(again.output).toBe('There is "warehouse" already; take another name.\n');
    expect(read('host/src/subgraphs.ts')).toBe(before);
  });
});
