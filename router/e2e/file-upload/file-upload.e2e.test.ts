import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRouter, http, inProcess, type Router, type Upload } from '../../src/index.js';
import { codes, post, read, until } from '../../test/support/client.js';
import {
  filesSupergraph,
  runFiles,
  serveFiles,
  sha256,
} from '../../test/support/files-subgraph.js';
import { silent } from '../../test/support/shop.js';

const ADD = 'mutation ($file: Upload!) { fileAdd(file: $file) { name type bytes sha256 } }';
const ADD_MANY =
  'mutation ($input: FilesInput!) { filesAdd(input: $input) { name type bytes sha256 } }';
const supergraph = filesSupergraph();
const PREFLIGHT = { 'apollo-require-preflight': '1' };

let subgraph: Awaited<ReturnType<typeof serveFiles>>;
let router: Router | undefined;
let url: string;
beforeEach(async () => {
  subgraph = await serveFiles();
});
afterEach(async () => {
  await router?.close({ timeoutMs: 500 });
  await subgraph.close();
});

async function started(config: Partial<Parameters<typeof createRouter>[0]> = {}) {
  router = await createRouter({
    supergraph,
    subgraphs: { files: http({ url: subgraph.url }) },
    uploads: { files: 3, fileBytes: 1_000_000 },
    logger: silent,
    ...config,
  });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
}

/** A multipart request as browsers write it. */
function form(operations: unknown, map: unknown, files: Record<string, File>): FormData {
  const body = new FormData();
  body.set('operations', typeof operations === 'string' ? operations : JSON.stringify(operations));
  body.set('map', typeof map === 'string' ? map : JSON.stringify(map));
  for (const [name, file] of Object.entries(files)) body.set(name, file);
  return body;
}

const send = async (body: FormData, headers: Record<string, string> = PREFLIGHT) =>
  read(await fetch(url, { method: 'POST', headers, body }));

const one = { query: ADD, variables: { file: null } };
const oneMap = { 0: ['variables.file'] };
const text = (content: string, name: string) => new File([content], name, { type: 'text/plain' });

describe('files', () => {
  it('reach the subgraph as a multipart request, byte for byte', async () => {
    await started();
    const bytes = new Uint8Array(300_000).map((_, index) => (index * 31) % 256);
    const file = new File([bytes], 'a "b"\u00e9.bin', { type: 'image/png' });
    const { status, body } = await send(form(one, oneMap, { 0: file }));
    expect([status, body]).toEqual([
      200,
      {
        data: {
          fileAdd: {
            ...{ name: 'a "b"\u00e9.bin', type: 'image/png', bytes: 300_000 },
            sha256: sha256(bytes),
          },
        },
      },
    ]);
    expect(subgraph.requests).toMatchObject([
      {
        headers: { 'apollo-require-preflight': 'true' },
        operations: { variables: { file: null } },
        map: { 0: ['variables.file'] },
      },
    ]);
  });

  it('stand in lists and input objects, several of them', async () => {
    await started();
    const variables = { input: { note: 'two', files: [null, null] } };
    const map = { a: ['variables.input.files.1'], b: ['variables.input.files.0'] };
    const files = { a: text('aa', 'a.txt'), b: text('b', 'b.txt') };
    const { body } = await send(form({ query: ADD_MANY, variables }, map, files));
    expect(body.data?.filesAdd).toMatchObject([
      { name: 'b.txt', bytes: 1 },
      { name: 'a.txt', bytes: 2 },
    ]);
    expect(subgraph.requests).toMatchObject([
      {
        operations: { variables },
        map: { 0: ['variables.input.files.1'], 1: ['variables.input.files.0'] },
      },
    ]);
  });

  it('are streamed: the subgraph reads while the client still sends', async () => {
    await started();
    const boundary = 'slow';
    const client = httpRequest(url, {
      method: 'POST',
      headers: { ...PREFLIGHT, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    const answered = new Promise<string>((resolve) => {
      client.on('response', async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve(body);
      });
    });
    const part = (name: string, content: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
    client.write(part('operations', JSON.stringify(one)) + part('map', JSON.stringify(oneMap)));
    client.write(
      `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="slow.txt"\r\ncontent-type: text/plain\r\n\r\n`,
    );
    client.write('x'.repeat(100_000));
    await until(() => subgraph.received.bytes > 50_000);
    expect(subgraph.requests).toHaveLength(0);
    client.end(`y\r\n--${boundary}--\r\n`);
    expect(JSON.parse(await answered)).toMatchObject({ data: { fileAdd: { bytes: 100_001 } } });
  });

  it('are handed to a subgraph in this process as streams', async () => {
    const files = inProcess({
      execute: (request) =>
        runFiles(request, async (file) => {
          const { filename: name, mimeType: type, stream } = await (file as Upload).open();
          return { name, type, content: Buffer.concat(await stream.toArray()) };
        }),
    });
    await started({ subgraphs: { files } });
    const { body } = await send(form(one, oneMap, { 0: text('hello', 'h.txt') }));
    expect(body.data?.fileAdd).toMatchObject({ name: 'h.txt', bytes: 5, sha256: sha256('hello') });
  });

  it('that nobody wants are read and forgotten', async () => {
    await started();
    const big = text('x'.repeat(900_000), 'big.txt');
    const invalid = { query: '{ nope }', variables: { file: null } };
    const { status, body } = await send(form(invalid, oneMap, { 0: big, 1: big }));
    expect([status, codes(body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    expect((await post(url, { query: '{ __typename }' })).status).toBe(200);
  });
});

describe('what is wrong with a file is told at its field', () => {
  it('too large', async () => {
    await started();
    const big = text('x'.repeat(1_000_001), 'big.txt');
    const { status, body } = await send(form(one, oneMap, { 0: big }));
    expect([status, codes(body), body.data]).toEqual([
      200,
      ['UPLOAD_TOO_LARGE'],
      { fileAdd: null },
    ]);
    expect(body.errors?.[0]?.path).toEqual(['fileAdd']);
    expect(subgraph.requests).toHaveLength(0);
  });

  it('not there', async () => {
    await started();
    const { body } = await send(form(one, oneMap, {}));
    expect(codes(body)).toEqual(['UPLOAD_MISSING']);
  });

  it('read twice', async () => {
    await started();
    const query = `mutation ($file: Upload!) { a: fileAdd(file: $file) { bytes } b: fileAdd(file: $file) { bytes } }`;
    const once = await send(form({ ...one, query }, oneMap, { 0: text('a', 'a.txt') }));
    // Both fields belong to one subgraph request, to which the file is sent once.
    expect(once.body.errors).toBeUndefined();
    const files = inProcess({
      execute: (request) =>
        runFiles(request, async (file) => {
          const { stream } = await (file as Upload).open();
          return { name: '', type: '', content: Buffer.concat(await stream.toArray()) };
        }),
    });
    await router?.close();
    await started({ subgraphs: { files } });
    const twice = await send(form({ ...one, query }, oneMap, { 0: text('a', 'a.txt') }));
    expect(twice.body.data).toEqual({ a: { bytes: 1 }, b: null });
    expect(codes(twice.body)).toEqual(['UPLOAD_USED_TWICE']);
  });

  it('not sent whole', async () => {
    await started();
    const client = httpRequest(url, {
      method: 'POST',
      headers: { ...PREFLIGHT, 'content-type': 'multipart/form-data; boundary=b' },
    });
    client.on('error', () => undefined);
    const head = (name: string) => `--b\r\ncontent-disposition: form-data; name="${name}"`;
    client.write(`${head('operations')}\r\n\r\n${JSON.stringify(one)}\r\n`);
    client.write(`${head('map')}\r\n\r\n${JSON.stringify(oneMap)}\r\n`);
    client.write(`${head('0')}; filename="a.txt"\r\n\r\n${'x'.repeat(100_000)}`);
    await until(() => subgraph.received.bytes > 50_000);
    client.destroy();
    await until(() => subgraph.received.broken === 1);
    expect(subgraph.requests).toHaveLength(0);
    expect((await post(url, { query: '{ __typename }' })).status).toBe(200);
  });
});

describe('a multipart request', () => {
  it('that a page of a foreign origin could send is refused, to whatever address', async () => {
    await started();
    const body = form(one, oneMap, { 0: text('a', 'a.txt') });
    const forged = await send(body, {});
    expect([forged.status, codes(forged.body)]).toEqual([400, ['BAD_REQUEST']]);
    const stream = await fetch(`${url}/stream`, { method: 'POST', body });
    expect(stream.status).toBe(400);
    expect(subgraph.requests).toHaveLength(0);
  });

  it('is refused where no files are taken', async () => {
    router = await createRouter({
      ...{ supergraph, logger: silent },
      subgraphs: { files: http({ url: subgraph.url }) },
    });
    url = `${(await router.start({ port: 0 })).url}/graphql`;
    const { status } = await send(form(one, oneMap, { 0: text('a', 'a.txt') }));
    expect(status).toBe(415);
  });

  it.each([
    ['no JSON', '{', oneMap, '`operations` is no JSON.'],
    ['a prototype', '{"query":"{ hello }","variables":{"__proto__":null}}', oneMap, 'no JSON'],
    ['a map that is no JSON', one, '[', '`map` is no JSON.'],
    ['a map that is no object', one, '5', '`map` must be an object.'],
    ['a map without paths', one, { 0: [] }, 'a list of paths'],
    ['a path outside of the variables', one, { 0: ['query'] }, 'must name places'],
    ['a path to what is not null', { ...one, variables: { file: 1 } }, oneMap, 'must name places'],
    ['a path to a prototype', one, { 0: ['variables.__proto__.x'] }, 'must name places'],
    ['a path used twice', one, { 0: ['variables.file'], 1: ['variables.file'] }, 'must name'],
    ['a batch', [one], { 0: ['0.variables.file'] }, 'A batch carries no files.'],
    [
      'too many files',
      one,
      Object.fromEntries([0, 1, 2, 3].map((n) => [n, ['variables.file']])),
      'at most 3 files',
    ],
  ])('with %s is a 400', async (_, operations, map, reason) => {
    await started();
    const { status, body } = await send(form(operations, map, { 0: text('a', 'a.txt') }));
    expect([status, codes(body)]).toEqual([400, ['BAD_REQUEST']]);
    expect(body.errors?.[0]?.message).toContain(reason);
    expect(body.errors?.[0]?.extensions?.requestId).toEqual(expect.any(String));
  });

  it('with operations beyond the limit is a 413', async () => {
    await started({ limits: { bodyBytes: 1_000 } });
    const operations = { ...one, query: `# ${'x'.repeat(1_000)}\n${ADD}` };
    const { status, body } = await send(form(operations, oneMap, { 0: text('a', 'a.txt') }));
    expect([status, codes(body)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['no form', 'multipart/form-data; boundary=b', 'nonsense'],
    ['no map', 'multipart/form-data; boundary=b', '--b--\r\n'],
    [
      'files first',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="0"; filename="a"\r\n\r\na\r\n--b--\r\n',
    ],
  ])('with %s is a 400', async (_, type, body) => {
    await started();
    const headers = { ...PREFLIGHT, 'content-type': type };
    const answer = await read(await fetch(url, { method: 'POST', headers, body }));
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_REQUEST']]);
  });
});
