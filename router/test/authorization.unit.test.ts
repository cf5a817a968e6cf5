import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, print } from 'graphql';
import { both, satisfies, shortest } from '../src/authorization/alternatives.js';
import { readRequirements } from '../src/authorization/read-requirements.js';
import {
  operationRequirements,
  restrictOperation,
} from '../src/authorization/restricted-operation.js';
import { unmetRequirements } from '../src/authorization/rights.js';
import { loadSupergraph } from '../src/index.js';
import { composeShop } from './support/shop.js';

describe('alternatives', () => {
  it.each([
    [[['b', 'a', 'a'], ['a']], [['a']]],
    [
      [
        ['c', 'b'],
        ['b', 'c'],
      ],
      [['b', 'c']],
    ],
    [
      [['b'], ['a']],
      [['a'], ['b']],
    ],
    [[['a'], []], [[]]],
    [[], []],
  ])('%j are in short %j', (given, short) => expect(shortest(given)).toEqual(short));

  it('are joined so that both hold', () => {
    expect(both([['a'], ['b', 'c']], [['d']])).toEqual([
      ['a', 'd'],
      ['b', 'c', 'd'],
    ]);
    expect(both([['a', 'b'], ['x']], [['x']])).toEqual([['x']]);
    expect(both([['a']], [])).toEqual([]);
  });

  it('are satisfied by all names of one, none by nobody', () => {
    expect(satisfies(new Set(['b', 'c']), [['a'], ['b', 'c']])).toBe(true);
    expect(satisfies(new Set(['b']), [['a'], ['b', 'c']])).toBe(false);
    expect(satisfies(new Set(), [[]])).toBe(true);
    expect(satisfies(new Set(['a']), [])).toBe(false);
  });
});

const SPEC = 'https://specs.apollo.dev';
const read = (sdl: string) => readRequirements(parse(sdl));

describe('requirements', () => {
  it('are read under the names that the supergraph gives them', () => {
    const requirements = read(`
      schema @link(url: "${SPEC}/link/v1.0") @link(url: "${SPEC}/policy/v0.1", as: "rule", for: SECURITY)
        @link(url: "${SPEC}/authenticated/v0.1", for: SECURITY) { query: Query }
      type Query @authenticated { a: Int @rule(policies: [["x", "y"], "z"])  b: Int @policy(name: "other") }
    `);
    expect(requirements.ofType('Query')).toEqual([{ kind: 'authenticated' }]);
    const anyOf = [['z'], ['x', 'y']];
    expect(requirements.ofField('Query', 'a')).toEqual([{ kind: 'policies', anyOf }]);
    expect(requirements.ofField('Query', 'b')).toEqual([]);
  });

  it.each(['import: ["@policy"]', 'import: [{ name: "@rule", as: "@policy" }]', 'as: "policy"'])(
    'are not those of another specification: %s',
    (how) => {
      const requirements = read(`
        schema @link(url: "https://rules.example/rules/v1.0", ${how}) { query: Query }
        type Query { a: Int @policy(name: "theirs")  b: Int @authenticated }
      `);
      expect(requirements.ofField('Query', 'a')).toEqual([]);
      // Of a specification, though nobody links to it.
      expect(requirements.ofField('Query', 'b')).toEqual([{ kind: 'authenticated' }]);
    },
  );

  it('are joined where a place states several, and equal ones are one object', () => {
    const requirements = read(`
      type Query { a: Int @requiresScopes(scopes: [["x"]])  b: Int @authenticated @requiresScopes(scopes: [["x"]]) }
      extend type Query @requiresScopes(scopes: [["y"]])
      extend type Query @requiresScopes(scopes: [["z"]])
    `);
    expect(requirements.ofType('Query')).toEqual([{ kind: 'scopes', anyOf: [['y', 'z']] }]);
    expect(requirements.ofField('Query', 'b')[1]).toBe(requirements.ofField('Query', 'a')[0]);
  });

  it('of an interface are its own only if they are not those of its types', () => {
    const requirements = read(`
      interface Echo @requiresScopes(scopes: [["a", "b"]]) { f: Int @authenticated }
      type A implements Echo @requiresScopes(scopes: [["a"]]) { f: Int @authenticated }
      type B implements Echo @requiresScopes(scopes: [["b"]]) { f: Int }
      interface Own @authenticated { f: Int }
      type C implements Own { f: Int }
    `);
    expect(requirements.ofType('Echo')).toEqual([]);
    expect(requirements.ofField('Echo', 'f')).toEqual([]);
    expect(requirements.ofType('Own')).toEqual([{ kind: 'authenticated' }]);
  });

  it.each([
    ['a directive without its argument', 'type Query { a: Int @requiresScopes }', 'scopes'],
    ['names that are no text', 'type Query { a: Int @policy(policies: [[1]]) }', 'strings'],
    [
      'a security feature that is unknown',
      `schema @link(url: "${SPEC}/moat/v1.0", for: SECURITY) { query: Query }`,
      'moat',
    ],
    [
      'a version of one that is unknown',
      `schema @link(url: "${SPEC}/authenticated/v1.0", for: SECURITY) { query: Query }`,
      'authenticated',
    ],
  ])('cannot be read with %s', (_, sdl, word) => {
    expect(() => read(sdl)).toThrow(word);
  });

  it('that cannot be read keep the supergraph from being served', () => {
    const { supergraphSdl } = composeShop();
    const moat = `@link(url: "${SPEC}/moat/v1.0", for: SECURITY)`;
    const loaded = loadSupergraph(supergraphSdl.replace('schema', `schema ${moat}`));
    expect(loaded).toEqual({ ok: false, errors: [expect.stringContaining('moat')] });
  });
});

const SDL = `
  type Query { user: User  nodes: [Node]  any: [Any]  open: Open }
  interface Node { id: ID  owner: User }
  interface Named implements Node { id: ID  owner: User  name: String }
  type User implements Node & Named { id: ID  owner: User  name: String  email: Email }
  type Vault implements Node & Named @authenticated { id: ID  owner: User  name: String  gold: Int }
  type Open implements Node { id: ID  owner: User @requiresScopes(scopes: [["owner"]]) }
  union Any = User | Vault
  scalar Email @policy(policies: [["mail"]])
`;
const schema = buildSchema(`
  directive @authenticated on OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  directive @policy(policies: [[String!]!]!) on SCALAR
  ${SDL}
`);
const requirements = read(SDL);

function ask(query: string) {
  const document = parse(query);
  const definition = getOperationAST(document);
  if (!definition) throw new TypeError(query);
  return { document, definition };
}

/** Where nothing is fulfilled. */
function deniedTo(query: string, variables?: Record<string, unknown>): string[] {
  const { document, definition } = ask(query);
  const all = () => true;
  const { denied } = restrictOperation(schema, requirements, document, definition, all, variables);
  return [...denied.values()].map(({ path, coordinate }) => `${path.join('.')} ${coordinate}`);
}

describe('an operation', () => {
  it('requires what its fields do, each once', () => {
    const { document, definition } = ask(
      '{ user { email mail: email } open { owner { email } } nodes { ... on Vault { gold } } }',
    );
    const found = operationRequirements(schema, requirements, document, definition);
    expect(found.map(({ kind }) => kind).sort()).toEqual(['authenticated', 'policies', 'scopes']);
    const free = ask('{ user { name } open { id } any { ... on User { id } } }');
    expect(operationRequirements(schema, requirements, free.document, free.definition)).toEqual([]);
  });

  it.each([
    ['{ user { email name } }', ['user.email User.email']],
    ['{ open { o: owner { id } } }', ['open.o Open.owner']],
    // An interface that could return the vault.
    ['{ nodes { id } }', ['nodes Query.nodes']],
    ['{ nodes { __typename } }', []],
    ['{ nodes { ... { id } } }', ['nodes Query.nodes']],
    ['{ nodes { ... on Named { name } } }', ['nodes Query.nodes']],
    ['{ nodes { ... on Node { ... on Named { name } } } }', ['nodes Query.nodes']],
    ['{ any { ... on Node { id } } }', ['any Query.any']],
    // Its types by name.
    [
      '{ nodes { ... on User { id } ... on Vault { id gold } } }',
      ['nodes.id Vault.id', 'nodes.gold Vault.gold'],
    ],
    ['{ nodes { ... on User { ... on Node { id } } } }', []],
    ['{ nodes { ... on Vault { ... on Node { id } } } }', ['nodes.id Vault.id']],
    ['{ user { ... on Named { name } } }', []],
    // One of its types guards the field.
    ['{ nodes { owner { name } } }', ['nodes.owner Node.owner', 'nodes Query.nodes']],
    ['{ nodes { ... on Open { owner { id } } } }', ['nodes.owner Open.owner']],
  ])('%s is denied %j', (query, expected) => {
    expect(deniedTo(query)).toEqual(expected);
  });

  it('passes over what is switched off', () => {
    const query = 'query ($on: Boolean!) { user { email @include(if: $on) id @skip(if: true) } }';
    expect(deniedTo(query)).toEqual(['user.email User.email']);
    expect(deniedTo(query, { on: false })).toEqual([]);
    expect(deniedTo('{ user { email @include(if: false) } }')).toEqual([]);
  });

  it('has a shared fragment once for each place where it means something else', () => {
    const { document, definition } = ask(`
      { user { ...N ...N } nodes { ... on Vault { ...N } } again: user { ...N } }
      fragment N on Node { id ...N_2 }
      fragment N_2 on Node { owner { id } }
    `);
    const restricted = restrictOperation(schema, requirements, document, definition, () => true);
    const text = print(restricted.document);
    expect(text.match(/fragment \w+ on/g)?.sort()).toEqual([
      'fragment N on',
      'fragment N_2 on',
      'fragment N_2_2 on',
      'fragment N_3 on',
    ]);
    expect([...restricted.denied.values()].map(({ coordinate }) => coordinate).sort()).toEqual([
      'Vault.id',
      'Vault.owner',
    ]);
  });

  it('is walked once for each fragment, however often it is spread', () => {
    const depth = 60;
    const fragments = Array.from(
      { length: depth },
      (_, index) =>
        `fragment F${index} on User { a: owner { ...F${index + 1} } b: owner { ...F${index + 1} } }`,
    );
    const last = `fragment F${depth} on User { email }`;
    expect(deniedTo(`{ user { ...F0 } } ${fragments.join(' ')} ${last}`)).toHaveLength(1);
  });
});

describe('rights', () => {
  const caller = (principal: unknown) => ({ principal, requestId: 'r', attributes: {} });
  const scope = { kind: 'scopes', anyOf: [['a', 'b']] } as const;
  const signedIn = { kind: 'authenticated' } as const;

  it.each([
    [{ scopes: ['a', 'b'] }, []],
    [{ scopes: new Set(['b', 'a']) }, []],
    [{ scope: 'a b c' }, []],
    [{ scopes: ['a'], scope: 'a b' }, ['scopes']],
    [{ scope: ['a', 'b'] }, ['scopes']],
    ['a b', ['scopes']],
    [null, ['authenticated', 'scopes']],
  ])('are read from the principal: %j lacks %j', async (principal, lacks) => {
    const unmet = await unmetRequirements([signedIn, scope], {}, caller(principal));
    expect([...unmet].map(({ kind }) => kind)).toEqual(lacks);
  });

  it('to a policy nobody has who is not said to', async () => {
    const policy = { kind: 'policies', anyOf: [['p']] } as const;
    expect((await unmetRequirements([policy], {}, caller({}))).size).toBe(1);
    const port = { policies: async () => new Set(['p']) };
    expect((await unmetRequirements([policy], port, caller(null))).size).toBe(0);
  });
});
