import type { ServerResponse } from 'node:http';
import { describe, expect, it, jest } from '@jest/globals';
import { buildSchema } from 'graphql';
import { checkVariables } from '../src/edge/check-variables.js';
import { DocumentStore } from '../src/edge/document-store.js';
import { nestingDepth } from '../src/edge/nesting.js';
import { textFault } from '../src/edge/text.js';
import { withDefaults } from '../src/engine/limits.js';
import { requestIdFrom } from '../src/observability/request-id.js';
import { Heartbeat } from '../src/server/heartbeat.js';
import { LruCache } from '../src/support/lru-cache.js';

describe('nestingDepth', () => {
  it.each([
    ['', 0],
    ['{ a { b(c: [{d: 1}]) } }', 5],
    ['{ a(t: "{{{") { b } }', 2],
    ['{ a(t: "\\"{{{") { b } }', 2],
    ['{ a(t: """{{{ \\""" {{""") { b } }', 2],
    ['{ a # {{{{\n { b } }', 2],
    ['{ a(t: "unfinished {{{', 2],
    ['{ a(t: """unfinished {{{', 2],
    ['# only {{{', 0],
    ['}}}{', 0],
  ])('%j is %i deep', (source, depth) => {
    expect(nestingDepth(source)).toBe(depth);
  });

  it('reads a megabyte of unfinished strings', () => {
    expect(nestingDepth('{ a(t: "'.repeat(130_000))).toBe(130_000);
  });
});

describe('DocumentStore', () => {
  const schema = buildSchema('type Query { name: String me: Query }');
  const read = (source: string, limits: Parameters<typeof withDefaults>[0] = {}) => {
    const result = new DocumentStore(schema, withDefaults(limits), false, 10).read(source);
    return result.ok ? [] : result.errors.map(({ extensions }) => extensions);
  };

  it('refuses what is too large before it looks whether it is valid', () => {
    const error = { code: 'TOO_MANY_ROOT_FIELDS', limit: 3, actual: 4 };
    expect(read('{ a b c d }', { rootFields: 3 })).toEqual([error]);
    expect(read('query A { name } query B { a b c d }', { rootFields: 3 })).toEqual([error]);
  });

  it('names limit and value of brackets that nest too deep', () => {
    expect(read('{ me { me { name } } }', { depth: 2 })).toEqual([
      { code: 'GRAPHQL_PARSE_FAILED', limit: 2, actual: 3 },
    ]);
  });

  it('refuses fragments that contain themselves', () => {
    const source = '{ ...A } fragment A on Query { me { ...B } } fragment B on Query { ...A }';
    expect(read(source)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });
});

describe('textFault', () => {
  it.each(['', 'plain', 'é', '😀', '\u200d', '\uFFFD'])('accepts %j', (text) => {
    expect(textFault(text)).toBeUndefined();
  });
  it.each(['\0', 'a\0b', '\uD800', 'a\uDC00', '😀\uD83D'])('refuses %j', (text) => {
    expect(textFault(text)).toEqual(expect.any(String));
  });
});

describe('checkVariables', () => {
  const limits = { depth: 3, listItems: 3 };
  it('names the path, made printable', () => {
    const error = checkVariables({ input: { lines: [{ note: '\0' }] } }, { ...limits, depth: 10 });
    expect(error?.message).toBe('Variable "$input.lines.0.note" contains a NUL character.');
    const key = checkVariables({ input: { 'a\uD800': 1 } }, limits);
    expect(key?.message).toBe('Variable "$input.a\uFFFD" has a key with half of a surrogate pair.');
  });
  it('bounds the depth', () => {
    expect(checkVariables({ a: { b: { c: 'x' } } }, limits)).toBeUndefined();
    expect(checkVariables({ a: { b: { c: {} } } }, limits)?.message).toContain('nested too deeply');
  });
  it('bounds the items of each list', () => {
    expect(checkVariables({ a: [1, 2, 3] }, limits)).toBeUndefined();
    const error = checkVariables({ a: [[1, 2, 3, 4]] }, limits);
    expect(error?.message).toBe('Variable "$a.0" has more than 3 items.');
    expect(error?.extensions).toEqual({
      code: 'LIST_TOO_LONG',
      limit: 3,
      actual: 4,
      variable: ['a', '0'],
    });
  });
  it('has nothing against no variables', () => {
    expect(checkVariables(undefined, limits)).toBeUndefined();
    expect(checkVariables(null, limits)).toBeUndefined();
  });
});

describe('requestIdFrom', () => {
  it.each(['client-12345', '01J9Z3:abc.def_0'])('keeps %s', (id) => {
    expect(requestIdFrom(id)).toBe(id);
  });
  it.each([undefined, '', 'short', 'has space in it', 'x'.repeat(200), 'line\nbreak', ['a', 'b']])(
    'replaces %j',
    (id) => {
      expect(requestIdFrom(id)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('Heartbeat', () => {
  it('comments on open streams every twelve seconds, unless they do not read', () => {
    jest.useFakeTimers();
    const written: string[] = [];
    const stream = (name: string, writableNeedDrain: boolean): ServerResponse =>
      ({
        writableNeedDrain,
        write: (text: string) => written.push(name + text),
      }) as unknown as ServerResponse;
    const heartbeat = new Heartbeat(':\n\n');
    const reading = stream('a', false);
    const stuck = stream('b', true);
    heartbeat.add(reading);
    heartbeat.add(stuck);
    jest.advanceTimersByTime(24_000);
    heartbeat.remove(reading);
    heartbeat.remove(stuck);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
    expect(written).toEqual(['a:\n\n', 'a:\n\n']);
  });
});

describe('LruCache', () => {
  it('forgets what was used longest ago', () => {
    const cache = new LruCache<string, number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([
      1,
      undefined,
      3,
      2,
    ]);
  });
});
