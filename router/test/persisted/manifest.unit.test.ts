import { describe, expect, it } from '@jest/globals';
import { readManifest } from '../../src/persisted/manifest.js';
import { TrustedList } from '../../src/persisted/trusted-list.js';

const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: '1', name: 'Me', type: 'query', body: 'query Me { me { id } }' },
    { id: '1', name: 'Me', type: 'query', body: 'query Me { me { name } }', clientName: 'ios' },
  ],
};

function listOf(json: unknown, clients?: string[]): TrustedList {
  const read = readManifest(json, clients);
  if (!read.ok) throw new TypeError(read.problems.join());
  return new TrustedList(read.entries);
}

describe('a manifest', () => {
  it('is read in the format of Apollo, with the client of an operation', () => {
    const read = readManifest({ ...APOLLO, operations: APOLLO.operations.slice(1) }, ['web']);
    expect(read).toMatchObject({
      ok: true,
      entries: [{ trusted: { id: '1', text: 'query Me { me { name } }' } }],
    });
    expect(read.ok && [...(read.entries[0]?.clients ?? [])]).toEqual(['ios']);
  });

  it('is read in the format of Relay', () => {
    const list = listOf({ abc: '{ me { id } }', def: 'mutation { go }' });
    expect(list.byId('def', undefined)?.text).toBe('mutation { go }');
  });

  it.each([
    ['a list', [], 'A manifest is a JSON object.'],
    ['another version', { ...APOLLO, version: 2 }, expect.stringContaining('Only version 1')],
    ['no list of operations', { ...APOLLO, operations: {} }, expect.stringContaining('is a list')],
    ['an operation without id', { ...APOLLO, operations: [null] }, expect.stringContaining('`id`')],
    ['an operation without text', { a: 1 }, 'Operation "a" has no text.'],
    ['no GraphQL', { a: 'query {' }, expect.stringMatching(/Operation "a" is no GraphQL: Syntax/)],
  ])('is refused with its reason: %s', (_, json, problem) => {
    expect(readManifest(json)).toEqual({ ok: false, problems: [problem] });
  });
});

describe('the list of trusted operations', () => {
  const list = listOf({ abc: 'query A { me { id } }' });

  it('knows an operation by its id, with or without the name of the hash', () => {
    expect(list.byId('sha256:abc', undefined)?.id).toBe('abc');
    expect(list.byId('ab', undefined)).toBeUndefined();
  });

  it('knows a text by its tokens', () => {
    expect(list.byText('query A { me { id } }', undefined)?.id).toBe('abc');
    expect(list.byText('# hello\nquery A {\n  me {\n    id,\n  }\n}', undefined)?.id).toBe('abc');
    expect(list.byText('query A { me { ids } }', undefined)).toBeUndefined();
    expect(list.byText('query A { me { " } }', undefined)).toBeUndefined();
    expect(list.byText(`query A { me { id } }${' '.repeat(10_000)}`, undefined)).toBeUndefined();
  });

  it('shows an operation to its clients alone', () => {
    const web = listOf({ abc: '{ me { id } }' }, ['web', 'kiosk']);
    expect(web.byId('abc', 'kiosk')?.id).toBe('abc');
    expect(web.byId('abc', 'ios')).toBeUndefined();
    expect(web.byId('abc', undefined)).toBeUndefined();
    expect(web.byText('{me{id}}', 'ios')).toBeUndefined();
  });

  it('reports an id that stands for two texts, unless no client sees both', () => {
    expect(listOf(APOLLO).problems).toEqual(['Operation id "1" stands for different texts.']);
    const [first, second] = APOLLO.operations;
    const operations = [{ ...first, clientName: 'web' }, second];
    const apart = listOf({ ...APOLLO, operations });
    expect(apart.problems).toEqual([]);
    expect(apart.byId('1', 'ios')?.text).toContain('name');
    expect(apart.byId('1', 'web')?.text).toContain('id');
  });
});
