import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '@nexus/kit/domain';
import { day } from '../support/calendar.js';
import type { Caller } from '../support/caller.js';
import { HOSTILE, placed } from '../support/hostile.js';
import { type House, openHouse } from '../support/house.js';
import { kindAt } from '../support/isolation/kinds.js';
import { leavesOf, type Position, written } from '../support/isolation/positions.js';
import { documentOf } from '../support/isolation/selection.js';
import { argumentsOf } from '../support/isolation/values.js';
import { makeWorld, type World } from '../support/isolation/world.js';
import { sendRaw } from '../support/raw.js';
import { introspected, rootFields } from '../support/schema.js';
import { newClient, newProject } from '../support/work.js';

const full = process.env.NEXUS_TEST_FULL === '1';

let house: House;
let admin: Caller;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as('admin');
  world = await makeWorld(house, 'north');
}, 120_000);
afterAll(() => house?.close(), 30_000);

/** Whatever was sent: the process lives, serves, and has found no fault in itself. */
afterEach(async () => {
  expect(house.nexus.child.exitCode).toBeNull();
  expect((await fetch(`${house.nexus.url}/health`)).status).toBe(200);
  expect(house.nexus.said()).not.toMatch(/"level":(50|60)/);
  await admin.query('{ viewer { user { id } } }');
});

/** So many different ids can be made. */
const uuid = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;

const send = (body: string | Uint8Array, more: object = {}) =>
  sendRaw(house.nexus.graph, { body, token: admin.token, ...more });
const ask = (query: string, variables: object = {}) => send(JSON.stringify({ query, variables }));

const CREATE =
  'mutation ($input: ClientCreateInput!) { clientCreate(input: $input) { client { id } errors { code path rule } } }';

describe('what is no request', () => {
  it.each([
    ['no JSON', '{"query": "{ viewer'],
    ['an empty body', ''],
    ['no object', '5'],
    ['null', 'null'],
    ['a text', '"{ viewer { user { id } } }"'],
    ['no query', '{}'],
    ['a query that is no text', '{"query": {"a": 1}}'],
    ['variables that are no object', '{"query": "{ __typename }", "variables": [1]}'],
    ['a batch', '[{"query": "{ __typename }"}, {"query": "{ __typename }"}]'],
    ['an operation that is not there', '{"query": "{ __typename }", "operationName": "Nope"}'],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s is a 400', async (_, body) => {
    const { status, text } = await send(body);
    expect(status).toBe(400);
    expect(text).not.toMatch(/\bat .*\.js:\d+/);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x', null])(
    'of content type %s is refused',
    async (contentType) => {
      const { status } = await send('{"query": "{ __typename }"}', { contentType });
      expect([400, 415]).toContain(status);
    },
  );

  it.each(['PUT', 'PATCH', 'DELETE'])('by %s is refused', async (method) => {
    const { status } = await send('{"query": "{ __typename }"}', { method });
    expect([404, 405]).toContain(status);
  });

  it('that is a mutation by GET is refused', async () => {
    const url = `${house.nexus.graph}?query=${encodeURIComponent('mutation { sessionEnd(input: {}) { ended } }')}`;
    const { status } = await sendRaw(url, {
      method: 'GET',
      contentType: null,
      headers: { 'x-apollo-operation-name': 'x' },
      token: admin.token,
    });
    expect([400, 405]).toContain(status);
  });

  it('with headers beyond measure is refused', async () => {
    const headers = { 'x-much': 'x'.repeat(100_000) };
    const { status } = await send('{"query": "{ __typename }"}', { headers });
    expect(status).toBe(431);
  });

  it('but a line of nonsense is answered with a 400', async () => {
    const { port } = house.nexus;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('what is too much', () => {
  it('a body over the limit is a 413', async () => {
    expect((await ask(CREATE, { input: { name: 'x'.repeat(1_100_000) } })).status).toBe(413);
  });

  it('a text of 10 MB is a 413', async () => {
    const { status } = await ask(CREATE, { input: { name: 'x'.repeat(10_000_000) } });
    expect(status).toBe(413);
  });

  it.each([
    ['selections', `{ ${'viewer { user { '.repeat(200)} id ${'} }'.repeat(200)} }`],
    ['lists', `{ nodes(ids: ${'['.repeat(5_000)}"x"${']'.repeat(5_000)}) { id } }`],
    ['fields', `{ ${Array.from({ length: 20_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    ['brackets alone', '{'.repeat(100_000)],
    [
      'fragments that spread themselves',
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    ],
  ])('%s without end are a 400', async (_, query) => {
    const { status } = await ask(query);
    expect(status).toBe(400);
  });

  const list = (name: string, inner: string) => `${name} { edges { node { ${inner} } } }`;
  const hundred = (name: string, inner: string) => `${name}(first: 100) { nodes { ${inner} } }`;
  const nested = `${'parent { '.repeat(30)} id ${'}'.repeat(30)}`;
  it.each([
    ['OPERATION_TOO_DEEP', `{ ${list('projects', list('tasks', nested))} }`],
    [
      'TOO_MANY_ALIASES',
      `{ viewer { ${Array.from({ length: 201 }, (_, n) => `a${n}: roles`).join(' ')} } }`,
    ],
    [
      'COST_ESTIMATED_TOO_EXPENSIVE',
      `{ ${hundred('projects', hundred('tasks', hundred('comments', 'id')))} }`,
    ],
    [
      'COST_ESTIMATED_TOO_EXPENSIVE',
      `{ ${Array.from({ length: 90 }, (_, n) => `a${n}: ${list('projects', list('tasks', `project { ${list('tasks', list('comments', 'id'))} }`))}`).join(' ')} }`,
    ],
  ])('is refused as %s', async (code, query) => {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    ]);
  });

  it('variables nested without end are a 400', async () => {
    const nested = `${'{"not":'.repeat(5_000)}{}${'}'.repeat(5_000)}`;
    const query = 'query ($f: ClientFilter) { clients(filter: $f) { nodes { id } } }';
    const { status } = await send(
      `{"query": ${JSON.stringify(query)}, "variables": {"f": ${nested}}}`,
    );
    expect(status).toBe(400);
  });

  it.each([
    [101, 'BAD_USER_INPUT'],
    [-1, 'BAD_USER_INPUT'],
    [1_000_000, 'COST_ESTIMATED_TOO_EXPENSIVE'],
    [2_147_483_647, 'COST_ESTIMATED_TOO_EXPENSIVE'],
  ])('a page of %i is refused as %s', async (first, code) => {
    const { codes } = await ask('query ($n: Int) { clients(first: $n) { nodes { id } } }', {
      n: first,
    });
    expect(codes).toEqual([code]);
  });

  it('a page after a cursor that nobody gave is refused', async () => {
    for (const after of ['', 'x', 'eyJhIjoxfQ==', '\u{1f98a}'.repeat(50)]) {
      const { codes } = await ask('query ($a: String) { clients(after: $a) { nodes { id } } }', {
        a: after,
      });
      expect({ after, codes }).toEqual({ after, codes: ['BAD_USER_INPUT'] });
    }
  });

  it('501 hours to approve at once, or too many nodes, are refused', async () => {
    const ids = Array.from({ length: 501 }, (_, n) => encodeId('TimeEntry', uuid(n)));
    const outcome = await admin.attempt('timeEntryApprove', { ids }, 'timeEntries { id }');
    expect(outcome.refused).toHaveLength(1);
    const many = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(many.codes).toHaveLength(1);
    expect(many.codes).not.toContain('INTERNAL_SERVER_ERROR');
  });
});

describe('what does not fit the schema', () => {
  it.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['query { viewer { user { id } }', 'GRAPHQL_PARSE_FAILED'],
    ['{ viewer { user { id \u0007 } } }', 'GRAPHQL_PARSE_FAILED'],
    ['{ viewer { salary } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ viewer }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ project(id: 5.5) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ project { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['mutation { clientDestroy(input: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'mutation { clientCreate(input: { nom: "x" }) { client { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s', async (query, code) => {
    const { status, codes } = await ask(query);
    expect({ status, codes: new Set(codes) }).toEqual({ status: 400, codes: new Set([code]) });
  });

  it.each([
    ['a number for a text', { input: { name: 5, currency: 'EUR' } }],
    ['nothing for what must be', { input: { name: null, currency: 'EUR' } }],
    ['a field that nobody knows', { input: { name: 'x', currency: 'EUR', owner: 'me' } }],
    ['no value at all', {}],
    ['NUL in a text', { input: { name: 'a\0b', currency: 'EUR' } }],
    ['half a surrogate pair in a text', { input: { name: 'a\ud800b', currency: 'EUR' } }],
    [
      'half a surrogate pair deep inside',
      { input: { name: 'a', currency: 'EUR', tags: ['\udc00'] } },
    ],
    ['no value of the enumeration', { input: { name: 'a', currency: 'EUR', segment: 'HUGE' } }],
  ])('%s in a variable is a 400', async (_, variables) => {
    const { status, codes } = await ask(CREATE, variables);
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it.each([
    ['NUL', '\\u0000'],
    ['half a surrogate pair', '\\ud800'],
  ])('%s in a literal is a 400', async (_, text) => {
    const literal = `mutation { clientCreate(input: { name: "a${text}b", currency: "EUR" }) { client { id } } }`;
    expect((await ask(literal)).status).toBe(400);
  });
});

describe('what the rules refuse', () => {
  it.each([
    [{ minutes: 0 }, 'minutes'],
    [{ minutes: -5 }, 'minutes'],
    [{ minutes: 2_000 }, 'minutes'],
    [{ date: day(3) }, 'date'],
    [{ date: day(-400) }, 'date'],
  ])('an hour with %j is named by its path', async (wrong, path) => {
    const projectId = await newProject(admin, await newClient(admin));
    const input = { projectId, date: day(), minutes: 30, note: 'x', billable: true, ...wrong };
    const { errors } = await admin.attempt('timeEntryLog', input, 'timeEntry { id }');
    expect(errors.map((error) => error.path?.at(-1))).toContain(path);
  });
});

/** Every scalar of every field of the graph, with values that nobody thought of. */
describe('each scalar of each field', () => {
  it('may be anything, and is answered with what is wrong, not with a fault', async () => {
    const schema = await introspected(admin);
    const faults: string[] = [];
    let sent = 0;
    let leaf = 0;
    for (const kind of ['query', 'mutation'] as const) {
      for (const field of rootFields(schema, kind)) {
        // Nobody's session is at stake where nobody is signed in.
        const caller = /^session/.test(field.name) ? house.anonymous() : admin;
        const document = documentOf(kind, field, 0);
        const own = (at: Position) => world[kindAt(field.name, at) ?? 'client'];
        for (const { position, type } of leavesOf(field)) {
          const valid = argumentsOf(field, [position], own);
          const hostile = HOSTILE[type] ?? [];
          expect({ type, known: hostile.length > 0 }).toEqual({ type, known: true });
          // Every second one, begun elsewhere each time; all of them in the full run.
          const values = hostile.filter((_, index) => full || (index + leaf) % 2 === 0);
          leaf++;
          const answers = await Promise.all(
            values.map((value) => caller.ask(document, placed(valid, position, value))),
          );
          sent += answers.length;
          answers.forEach(({ codes }, index) => {
            if (codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || code === 'NO_CODE'))
              faults.push(`${field.name} ${written(position)} = ${JSON.stringify(values[index])}`);
          });
        }
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(full ? 2_000 : 1_000);
  }, 120_000);
});

describe('a WebSocket', () => {
  /** Opens one, says these things, and tells with which code it was closed. */
  const closedWith = (
    messages: readonly (string | Uint8Array)[],
    protocol = 'graphql-transport-ws',
  ) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(house.nexus.graph.replace('http', 'ws'), protocol);
      socket.onopen = () => {
        for (const message of messages) socket.send(message);
      };
      socket.onclose = ({ code }) => resolve(code);
    });

  it.each([
    ['nonsense', ['nonsense'], 4400],
    ['bytes', [Uint8Array.from([1, 2, 3])], 4400],
    ['a message of no kind', ['{"type": "dance"}'], 4400],
    [
      'an operation before it is known who asks',
      ['{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}'],
      4401,
    ],
    [
      'a token that is none',
      ['{"type":"connection_init","payload":{"authorization":"Bearer x"}}'],
      4403,
    ],
    ['a message beyond measure', ['x'.repeat(2_000_000)], 1009],
  ])('that says %s is closed', async (_, messages, code) => {
    expect(await closedWith(messages)).toBe(code);
  });

  it('of a protocol that nobody speaks is closed', async () => {
    expect([1002, 1006, 4406]).toContain(await closedWith([], 'soap'));
  });
});
