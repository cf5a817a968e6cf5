import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from '../src/index.js';
import { shopRouter } from './support/shop.js';

const PAGE = '<title>Portal</title>';
const SCRIPT = 'export const answer = 42;';

let router: Router<string>;
let base: string;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-'));
  await mkdir(join(root, 'assets'));
  await write('index.html', PAGE);
  await write('assets/main.js', SCRIPT);
  await writeFile(join(root, 'assets/plain.js'), SCRIPT);
  router = await shopRouter({
    staticRoutes: [
      { prefix: '/portal', root, headers: { 'content-security-policy': "default-src 'none'" } },
      { prefix: '/other', root },
    ],
  });
  base = (await router.start({ port: 0 })).url;
});
afterAll(async () => {
  await router.close();
  await rm(root, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text);
  await writeFile(join(root, `${path}.br`), brotliCompressSync(text));
  await writeFile(join(root, `${path}.gz`), gzipSync(text));
}

/** `fetch` would decompress, and say nothing of it. */
function get(path: string, encoding?: string) {
  return new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
      request(base + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks) });
        });
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('a static route', () => {
  it.each([
    ['/portal/', 'br', brotliDecompressSync, PAGE],
    ['/portal/projects/prj_1', 'gzip, br', brotliDecompressSync, PAGE],
    ['/portal/assets/main.js', 'gzip', gunzipSync, SCRIPT],
  ])('gives what a build compressed: %s as %s', async (path, encoding, open, text) => {
    const { headers, body } = await get(path, encoding);
    expect(headers['content-encoding']).toBe(encoding.split(', ').at(-1));
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(open(body).toString()).toBe(text);
  });

  it.each([
    ['/portal/assets/main.js', undefined],
    ['/portal/assets/plain.js', 'br'],
  ])(
    'gives the file itself to who takes no compression, or where there is none: %s',
    async (path, encoding) => {
      const { headers, body } = await get(path, encoding);
      expect([headers['content-encoding'], body.toString()]).toEqual([undefined, SCRIPT]);
    },
  );

  it('keeps parts for good and asks again for the page, compressed or not', async () => {
    for (const encoding of ['br', undefined]) {
      const part = await get('/portal/assets/main.js', encoding);
      expect(part.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const page = await get('/portal/projects', encoding);
      expect(page.headers['cache-control']).toBe('no-cache');
    }
  });

  it('says what concerns pages of pages alone, and of parts what may do harm', async () => {
    const page = (await get('/portal/projects', 'br')).headers;
    const part = (await get('/portal/assets/main.js', 'br')).headers;
    expect(page).toMatchObject({
      'x-frame-options': expect.any(String),
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(Object.keys(page).filter((name) => !(name in part))).toEqual(
      expect.arrayContaining(['x-frame-options', 'cross-origin-opener-policy']),
    );
    expect(part).toMatchObject({
      'content-security-policy': "default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('answers with its own headers, and leaves those of others alone', async () => {
    for (const path of [
      '/portal/',
      '/portal/deep/down',
      '/portal/assets/main.js',
      '/portal/a.js',
    ]) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe("default-src 'none'");
    }
    expect((await get('/other/')).headers['content-security-policy']).toContain(
      "script-src 'self'",
    );
  });
});
