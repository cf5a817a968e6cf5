import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
const KIT = join(ROOT, 'subgraphs/kit');
const PAGES = ['domain', 'events', 'consumers', 'read', 'graph', 'testing'];

/** The TypeScript of a page, block by block. */
function blocks(page: string): string[] {
  const text = readFileSync(join(KIT, 'docs', `${page}.md`), 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}

describe("the examples of the kit's pages", () => {
  it('compile against the kit as it is built', () => {
    const folder = join(KIT, 'dist', `.examples-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    try {
      const files = PAGES.flatMap((page) =>
        blocks(page).map((code, i) => {
          const file = join(folder, `${page}-${i}.ts`);
          writeFileSync(file, code);
          return file;
        }),
      );
      expect(files.length).toBeGreaterThanOrEqual(PAGES.length);
      const extended = join(ROOT, 'tsconfig.base.json');
      const options = { composite: false, noEmit: true, declaration: false, sourceMap: false };
      const config = { extends: extended, compilerOptions: options, files };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      expect(stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
