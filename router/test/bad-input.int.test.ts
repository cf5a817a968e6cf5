import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import type { Router } from '../src/index.js';
import { codes, post, read } from './support/client.js';
import { shopRouter } from './support/shop.js';

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter();
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const echo = 'query ($text: String, $json: JSON) { echo(text: $text, json: $json) }';

describe('a body that is no request', () => {
  it.each([
    ['invalid JSON', '{"query": ', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['JSON that is a list', '[]', 400, 'BAD_REQUEST'],
    ['JSON that is null', 'null', 400, 'BAD_REQUEST'],
    ['no query', '{"variables": {}}', 400, 'BAD_REQUEST'],
    ['a query that is no string', '{"query": 5}', 400, 'BAD_REQUEST'],
    [
      'variables that are no object',
      '{"query": "{ me { id } }", "variables": 5}',
      400,
      'BAD_REQUEST',
    ],
    ['a prototype', '{"query": "{ me { id } }", "__proto__": {}}', 400, 'BAD_REQUEST'],
  ])('%s', async (_name, body, status, code) => {
    const answer = await post(url, body);
    expect([answer.status, codes(answer.body)]).toEqual([status, [code]]);
    expect(answer.body.errors?.[0]?.extensions?.requestId).toEqual(expect.any(String));
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/html'])(
    'the media type %s',
    async (type) => {
      const answer = await post(url, '{"query":"{ me { id } }"}', { 'content-type': type });
      expect([answer.status, codes(answer.body)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
    },
  );

  it('a string of 10 MB', async () => {
    const answer = await post(url, { query: echo, variables: { text: 'x'.repeat(10_000_000) } });
    expect([answer.status, codes(answer.body)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });

  it('a string of 10 MB sent in chunks', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(100_000));
    let left = 100;
    const body = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await read(await fetch(url, init as RequestInit));
    expect(answer.status).toBe(413);
  });
});

describe('a document that is no operation of this schema', () => {
  it.each([
    ['a syntax error', '{ me { ', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ me { nope } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a hidden enum value',
      '{ products(filter: {condition: SECRET}) { upc } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a wrong literal', '{ user(id: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations, none chosen',
      'query A { me { id } } query B { me { id } }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a NUL in a literal', '{ echo(text: "a\\u0000b") }', 'BAD_USER_INPUT'],
    ['half a surrogate pair in a literal', '{ echo(text: "\\uD800") }', 'GRAPHQL_PARSE_FAILED'],
    [
      'an alias that would change a prototype',
      '{ __proto__: me { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a cycle of fragments',
      '{ me { ...A } } fragment A on User { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['deep nesting', `{ me ${'{ reviews { author '.repeat(20_000)}`, 'GRAPHQL_PARSE_FAILED'],
    ['deep lists', `{ echo(json: ${'['.repeat(100_000)}) }`, 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', `{ ${'me { id } '.repeat(20_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, query, code) => {
    const answer = await post(url, { query });
    expect(answer.status).toBe(400);
    expect(codes(answer.body)).toContain(code);
  });
});

describe('variables', () => {
  it.each([
    ['of a wrong type', { text: 5 }, '"$text" got invalid value 5'],
    ['with NUL', { text: 'a\0b' }, 'Variable "$text" contains a NUL character.'],
    [
      'with half a surrogate pair',
      { text: 'a\uD800' },
      'Variable "$text" contains half of a surrogate pair.',
    ],
    [
      'with NUL deep inside',
      { json: { a: [{ b: '\0' }] } },
      'Variable "$json.a.0.b" contains a NUL',
    ],
    ['with a bad key', { json: { 'a\0': 1 } }, 'has a key with a NUL character'],
  ])('%s', async (_name, variables, message) => {
    const { status, body } = await post(url, { query: echo, variables });
    expect([status, codes(body)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(body.errors?.[0]?.message).toContain(message);
  });

  it('nested without end', async () => {
    const json = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"query": ${JSON.stringify(echo)}, "variables": {"json": ${json}}}`;
    const answer = await post(url, body);
    expect([answer.status, codes(answer.body)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it('of every good kind arrive as they are', async () => {
    const variables = { text: 'snow ☃ 😀', json: { a: [1, 'x', null, true] } };
    const { body } = await post(url, { query: echo, variables });
    expect(JSON.parse(String(body.data?.echo))).toEqual(variables);
  });
});

describe('a WebSocket', () => {
  const closed = (send: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers });
      socket.on('open', () => socket.send(send));
      socket.on('close', resolve);
    });

  it.each([
    ['too large a message', `{"type":"ping","payload":{"a":"${'x'.repeat(1_100_000)}"}}`, 1009],
    ['no JSON', '{"type":', 4400],
    ['no message of the protocol', '{"type":"nonsense"}', 4400],
    [
      'an operation before the greeting',
      '{"id":"1","type":"subscribe","payload":{"query":"{ me { id } }"}}',
      4401,
    ],
  ])('with %s is closed', async (_name, message, code) => {
    expect(await closed(message)).toBe(code);
  });

  it('opened by a page of a foreign origin is closed', async () => {
    const greeting = '{"type":"connection_init"}';
    expect(await closed(greeting, { origin: 'https://evil.example.org' })).toBe(4403);
    expect(await closed(greeting, { origin: 'null' })).toBe(4403);
  });
});

it('leaves a server that answers, whatever was sent', async () => {
  const { body } = await post(url, { query: '{ __typename }' });
  expect(body).toEqual({ data: { __typename: 'Query' } });
});
