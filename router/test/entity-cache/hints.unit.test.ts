import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { hintOf, overallCacheControl, statedHint } from '../../src/entity-cache/cache-hint.js';
import { readCall } from '../../src/entity-cache/cached-call.js';
import { graphFacts } from '../../src/entity-cache/graph-facts.js';
import { loadSupergraph } from '../../src/supergraph/supergraph.js';
import { readCacheControl, secondsOf } from '../../src/support/cache-control.js';
import { supergraphOf } from './setting.js';

const stated = (headers: Parameters<typeof statedHint>[0], keyed: Record<string, string> = {}) =>
  statedHint(headers, keyed, new Set(['x-trace']));

describe('Cache-Control', () => {
  it('is read by name, quoted or not', () => {
    const directives = readCacheControl('Public, MAX-AGE="60" , private="a, b",no-transform');
    expect([...directives.keys()]).toEqual(['public', 'max-age', 'private', 'no-transform']);
    expect(secondsOf(directives, 'max-age')).toBe(60);
    expect(secondsOf(directives, 's-maxage')).toBeUndefined();
  });

  it('is no lifetime where it is no number, or two', () => {
    for (const header of ['max-age=-1', 'max-age=1.5', 'max-age', 'max-age=60, max-age=90']) {
      expect(secondsOf(readCacheControl(header), 'max-age')).toBe(0);
    }
  });
});

describe('what an answer says', () => {
  it.each([
    [{ 'cache-control': 'max-age=60' }, { seconds: 60, isPrivate: false }],
    [{ 'cache-control': 'max-age=60, s-maxage=90' }, { seconds: 90, isPrivate: false }],
    [{ 'cache-control': 'private, max-age=60, s-maxage=90' }, { seconds: 60, isPrivate: true }],
    [
      { 'cache-control': 'max-age=60', age: '45' },
      { seconds: 15, isPrivate: false },
    ],
    [
      { 'cache-control': 'max-age=60', age: 'old' },
      { seconds: 0, isPrivate: false },
    ],
    [{ 'cache-control': 'private' }, { seconds: undefined, isPrivate: true }],
    [{}, { seconds: undefined, isPrivate: false }],
    [{ vary: 'Accept, X-Lang' }, { seconds: undefined, isPrivate: false }],
    [{ vary: 'X-Team' }, { seconds: undefined, isPrivate: true }],
    [{ 'cache-control': 'no-store' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=5' }, undefined],
    [{ vary: 'x-lang, *' }, undefined],
    [{ vary: 'x-request-id' }, undefined],
    [{ vary: 'X-Trace' }, undefined],
  ])('%j is %j', (headers, expected) => {
    expect(stated(headers, { 'x-lang': 'de' })).toEqual(expected);
  });
});

describe('what is kept of an answer', () => {
  const limits = { maxSeconds: 100 };
  const schema = {
    seconds: 30,
    statedSeconds: Number.POSITIVE_INFINITY,
    isPrivate: false,
    usesDefault: true,
  };
  it.each([
    ['what it says itself', { seconds: 60, isPrivate: false }, schema, 60],
    ['the schema’s, where it says nothing', { seconds: undefined, isPrivate: false }, schema, 30],
    ['the shorter of both', { seconds: 60, isPrivate: false }, { ...schema, statedSeconds: 9 }, 9],
    ['no longer than anything', { seconds: 900, isPrivate: false }, schema, 100],
  ])('holds for %s', (_name, says, of, seconds) => {
    expect(hintOf(says, of, limits)).toMatchObject({ seconds, isPrivate: false });
  });

  it('is private where either says so', () => {
    const open = { seconds: 5, isPrivate: false };
    const own = { seconds: 5, isPrivate: true };
    expect(hintOf(own, schema, limits)?.isPrivate).toBe(true);
    expect(hintOf(open, { ...schema, isPrivate: true }, limits)?.isPrivate).toBe(true);
  });

  it('is nothing without a lifetime', () => {
    expect(hintOf({ seconds: 0, isPrivate: false }, schema, limits)).toBeUndefined();
    expect(hintOf({ seconds: -5, isPrivate: false }, schema, limits)).toBeUndefined();
    const none = { ...schema, seconds: 0 };
    expect(hintOf({ seconds: undefined, isPrivate: false }, none, limits)).toBeUndefined();
  });

  it('is told where somebody said so, and not where it is the host’s own default', () => {
    const silent = { seconds: undefined, isPrivate: false };
    expect(hintOf(silent, schema, limits)?.isStated).toBe(false);
    expect(hintOf(silent, { ...schema, usesDefault: false }, limits)?.isStated).toBe(true);
    expect(hintOf({ seconds: 9, isPrivate: false }, schema, limits)?.isStated).toBe(true);
    expect(overallCacheControl([{ seconds: 9, isPrivate: false, isStated: false }])).toBe(
      'no-store',
    );
  });

  it('is told as the narrowest of its parts', () => {
    const open = { seconds: 60.9, isPrivate: false, isStated: true };
    expect(overallCacheControl([open])).toBe('max-age=60, public');
    expect(overallCacheControl([open, { seconds: 7, isPrivate: true, isStated: true }])).toBe(
      'max-age=7, private',
    );
    expect(overallCacheControl([open, undefined])).toBe('no-store');
    expect(overallCacheControl([{ ...open, seconds: 0.5 }])).toBe('no-store');
  });
});

describe('@cacheControl', () => {
  const supergraph = supergraphOf(`
    type Query { plain: Int  kept: Int  list: [Product!]!  secret: Product  own: Own  any: Any }
    interface Any { id: ID!  slow: Int }
    type Own { product: Product  loose: Product }
    type Product implements Any @key(fields: "id") { id: ID!  slow: Int  fast: Int  mine: Int }
  `);
  const hints: Readonly<Record<string, string>> = {
    'kept: Int': '@cacheControl(maxAge: 50)',
    'secret: Product': '@cacheControl(scope: PRIVATE)',
    'own: Own': '@cacheControl(maxAge: 40)',
    'product: Product': '@cacheControl(inheritMaxAge: true)',
    'fast: Int': '@cacheControl(maxAge: 3)',
    'mine: Int': '@cacheControl(scope: PRIVATE)',
    'any: Any': '@cacheControl(maxAge: 70)',
    'type Product[^{]*(?=\\{)': '@cacheControl(maxAge: 20)',
  };
  let { sdl } = supergraph;
  for (const [place, directive] of Object.entries(hints)) {
    sdl = sdl.replace(new RegExp(place), (found) => `${found} ${directive} `);
  }
  const loaded = loadSupergraph(sdl);
  if (!loaded.ok) throw new TypeError(loaded.errors.join('\n'));
  const facts = graphFacts(loaded.supergraph);
  const callOf = (query: string) =>
    readCall(parse(query), { subgraph: 'stock', facts, defaultSeconds: 10 });
  const rootHint = (query: string) => {
    const call = callOf(query);
    return call?.kind === 'root' ? call.selection.hint : undefined;
  };
  const entityHint = (fields: string) => {
    const call = callOf(
      `query($r:[_Any!]!){_entities(representations:$r){...on Product{${fields}}}}`,
    );
    return call?.kind === 'entities' ? call.lists[0]?.selectionOf('Product')?.hint : undefined;
  };

  it.each([
    ['{kept}', 50, 50, false, false],
    ['{kept plain}', 10, 50, false, true],
    ['{list{slow}}', 20, 20, false, false],
    ['{list{slow fast}}', 3, 3, false, false],
    ['{secret{slow}}', 20, 20, true, false],
    ['{own{product{slow}}}', 20, 20, false, false],
    ['{own{loose{mine}}}', 20, 20, true, false],
    ['{any{id slow ...on Product{fast}}}', 3, 3, false, false],
  ])('%s holds for %d seconds', (query, seconds, statedSeconds, isPrivate, usesDefault) => {
    expect(rootHint(query)).toEqual({ seconds, statedSeconds, isPrivate, usesDefault });
  });

  it('of an entity begins with its type', () => {
    expect(entityHint('slow')).toMatchObject({ seconds: 20, statedSeconds: 20, isPrivate: false });
    expect(entityHint('fast mine')).toMatchObject({ seconds: 3, isPrivate: true });
  });

  it('is not looked for where there is none', () => {
    const plain = graphFacts(supergraph);
    const call = readCall(parse('{kept}'), { subgraph: 'stock', facts: plain, defaultSeconds: 10 });
    expect(call?.kind === 'root' && call.selection.hint.seconds).toBe(10);
  });
});
