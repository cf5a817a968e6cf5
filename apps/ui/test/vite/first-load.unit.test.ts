import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { firstLoads, type LoadedChunk } from '../../vite/first-load.js';
import { compressBelow } from '../../vite/precompress.js';

/** Random text does not compress below three quarters of its length. */
const text = (bytes: number) => randomBytes(bytes).toString('base64').slice(0, bytes);
const chunk = (
  fileName: string,
  imports: string[],
  more: Partial<LoadedChunk> = {},
): LoadedChunk => ({
  ...{ fileName, imports, code: text(1_000), isEntry: false, facadeModuleId: null },
  ...more,
});

describe('firstLoads', () => {
  const page = (name: string, imports: string[], bytes = 1_000) =>
    chunk(`${name}.js`, imports, { facadeModuleId: `/src/${name}-page.tsx`, code: text(bytes) });
  const loads = firstLoads([
    chunk('main.js', ['shared.js'], { isEntry: true, facadeModuleId: '/src/main.tsx' }),
    chunk('shared.js', ['main.js']),
    chunk('palette.js', ['shared.js'], { code: text(500_000) }),
    page('projects', ['shared.js', 'table.js']),
    page('heavy', [], 100_000),
    chunk('table.js', []),
  ]);
  const bytesOf = (name: string) => loads.find((one) => one.page.includes(name))?.bytes ?? 0;

  it('counts the entry, the page and what they import, each once', () => {
    expect(loads.map((one) => one.page)).toEqual([
      '/src/main.tsx',
      '/src/projects-page.tsx',
      '/src/heavy-page.tsx',
    ]);
    expect(bytesOf('projects') / bytesOf('main')).toBeCloseTo(2, 1);
  });

  it('counts nothing that is loaded when it is needed', () => {
    expect(bytesOf('main')).toBeLessThan(3_000);
    expect(bytesOf('heavy')).toBeGreaterThan(70_000);
  });
});

describe('compressBelow', () => {
  it('puts both kinds beside what is worth it, and leaves the rest alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dist-'));
    const long = 'export const answer = 42;\n'.repeat(100);
    await writeFile(join(folder, 'main.js'), long);
    await writeFile(join(folder, 'tiny.js'), 'export {}');
    await writeFile(join(folder, 'font.woff2'), Buffer.alloc(5_000));
    await compressBelow(folder);
    expect((await readdir(folder)).sort()).toEqual([
      ...['font.woff2', 'main.js', 'main.js.br', 'main.js.gz', 'tiny.js'],
    ]);
    const read = (name: string) => readFile(join(folder, name));
    expect(brotliDecompressSync(await read('main.js.br')).toString()).toBe(long);
    expect(gunzipSync(await read('main.js.gz')).toString()).toBe(long);
    await rm(folder, { recursive: true });
  });
});
