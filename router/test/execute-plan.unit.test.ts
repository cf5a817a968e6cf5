import { describe, expect, it } from '@jest/globals';
import { OperationTypeNode, parse } from 'graphql';
import { executeNode } from '../src/execution/execute-plan.js';
import type { JsonObject } from '../src/execution/json.js';
import { type Run, startRun } from '../src/execution/run.js';
import type {
  BatchFetchNode,
  FetchNode,
  FlattenNode,
  PathSegment,
  PlanNode,
  RequiredSelection,
} from '../src/planner/plan.js';
import type { SubgraphResult } from '../src/transport/transport.js';

const context = {
  principal: null,
  requestId: 'test',
  attributes: {},
  signal: new AbortController().signal,
};

/** What was called, in order: when each call began and ended. */
function recorder(answers: Record<string, SubgraphResult>) {
  const log: string[] = [];
  const sent: JsonObject[] = [];
  const call: Run['call'] = async ({ subgraph }, variables, _context, text) => {
    if (text !== undefined) expect(JSON.parse(text)).toEqual(variables);
    log.push(`${subgraph} begins`);
    sent.push(variables);
    await new Promise((resolve) => setTimeout(resolve, subgraph.startsWith('slow') ? 10 : 1));
    log.push(`${subgraph} ends`);
    return answers[subgraph] ?? { data: {} };
  };
  return { log, sent, call };
}

function fetchNode(subgraph: string, part: Partial<FetchNode> = {}): FetchNode {
  return {
    kind: 'Fetch',
    subgraph,
    operationKind: OperationTypeNode.QUERY,
    operationName: undefined,
    query: '{ x }',
    document: parse('{ x }'),
    variableUsages: [],
    rootKeys: ['x'],
    entity: undefined,
    outputRewrites: [],
    ...part,
  };
}

const path = (text: string): PathSegment[] =>
  text.split('.').map((step) => {
    if (step === '@') return { kind: 'items' };
    return step.startsWith('|')
      ? { kind: 'type', names: new Set(step.slice(1).split(',')) }
      : { kind: 'field', key: step };
  });
const take = (from: string, to = from): RequiredSelection => ({
  kind: 'field',
  from,
  to,
  selections: undefined,
});
const requires = (type: string, ...selections: RequiredSelection[]): RequiredSelection[] => [
  {
    kind: 'fragment',
    types: new Set([type]),
    selections: [take('__typename'), ...selections],
    skipIf: undefined,
    includeIf: undefined,
  },
];

function flatten(
  at: string,
  entity: RequiredSelection[],
  part: Partial<FetchNode> = {},
): FlattenNode {
  const node = fetchNode('entities', { entity: { requires: entity, inputRewrites: [] }, ...part });
  return { kind: 'Flatten', path: path(at), node };
}

async function run(
  node: PlanNode,
  answers: Record<string, SubgraphResult>,
  data: JsonObject = {},
  variables = {},
) {
  const record = recorder(answers);
  const started = startRun(record.call, context, variables);
  Object.assign(started.data, data);
  await executeNode(node, started);
  return { ...record, data: started.data, errors: started.errors };
}

describe('Fetch', () => {
  it('merges its fields into what is there', async () => {
    const { data } = await run(
      fetchNode('a'),
      { a: { data: { x: { b: 2, list: [{ d: 4 }] } } } },
      { x: { a: 1, list: [{ c: 3 }] } },
    );
    expect(data).toEqual({ x: { a: 1, b: 2, list: [{ c: 3, d: 4 }] } });
  });

  it('leaves objects their own name where a subgraph knows but an interface of theirs', async () => {
    const vague = fetchNode('vague', { vagueNames: new Set(['Animal']) });
    const named = { data: { x: [{ __typename: 'Dog' }] } };
    const unnamed = () => ({ data: { x: [{ __typename: 'Animal', a: 1 }] } });
    const after = await run(vague, { vague: unnamed() }, { x: [{ __typename: 'Dog' }] });
    expect(after.data).toEqual({ x: [{ __typename: 'Dog', a: 1 }] });
    const before = await run(fetchNode('a'), { a: named }, unnamed().data);
    expect(before.data).toEqual({ x: [{ __typename: 'Dog', a: 1 }] });
  });

  it('sends the variables it uses and that were given', async () => {
    const node = fetchNode('a', { variableUsages: ['one', 'absent', 'nothing'] });
    const { sent } = await run(node, {}, {}, { one: 1, two: 2, nothing: null });
    expect(sent).toEqual([{ one: 1, nothing: null }]);
  });

  it('renames what it had to fetch under another key', async () => {
    const rewrite = { kind: 'renameKey', path: path('x.@.|Dog.y'), to: 'z' } as const;
    const answer = {
      data: {
        x: [
          { __typename: 'Dog', y: 1 },
          { __typename: 'Cat', y: 2 },
        ],
      },
    };
    const { data } = await run(fetchNode('a', { outputRewrites: [rewrite] }), { a: answer });
    expect(data).toEqual({
      x: [
        { __typename: 'Dog', z: 1 },
        { __typename: 'Cat', y: 2 },
      ],
    });
  });
});

describe('Sequence and Parallel', () => {
  it('run one after the other, and together', async () => {
    const both: PlanNode = { kind: 'Parallel', nodes: [fetchNode('slow'), fetchNode('b')] };
    const { log } = await run({ kind: 'Sequence', nodes: [both, fetchNode('c')] }, {});
    expect(log).toEqual(['slow begins', 'b begins', 'b ends', 'slow ends', 'c begins', 'c ends']);
  });

  it('let the reads of one mutation field end before the next mutation begins', async () => {
    const mutation = fetchNode('mutation', { operationKind: OperationTypeNode.MUTATION });
    const { log } = await run({ kind: 'Parallel', nodes: [mutation, fetchNode('slow')] }, {});
    expect(log).toEqual(['slow begins', 'slow ends', 'mutation begins', 'mutation ends']);
  });
});

describe('Condition', () => {
  const node: PlanNode = {
    kind: 'Condition',
    variable: 'on',
    ifTrue: fetchNode('yes'),
    ifFalse: fetchNode('no'),
  };
  it.each([
    [true, 'yes'],
    [false, 'no'],
  ])('%s', async (on, subgraph) => {
    expect((await run(node, {}, {}, { on })).log[0]).toBe(`${subgraph} begins`);
  });

  it('does nothing where a branch is absent', async () => {
    const { log } = await run({ ...node, ifFalse: undefined }, {}, {}, { on: false });
    expect(log).toEqual([]);
  });
});

describe('Flatten', () => {
  const user = (id: string, rest: JsonObject = {}): JsonObject => ({
    __typename: 'User',
    id,
    ...rest,
  });

  it('asks for each entity once and merges it wherever it stands, unshared', async () => {
    const data = { list: [user('1'), null, user('2'), { nested: 0, ...user('1') }] };
    const node = flatten('list.@', requires('User', take('id')));
    const answer = { data: { _entities: [{ pet: { name: 'Rex' } }, { pet: null }] } };
    const { sent, data: merged } = await run(node, { entities: answer }, data);
    expect(sent).toEqual([{ representations: [user('1'), user('2')] }]);
    expect(merged).toEqual({
      list: [
        user('1', { pet: { name: 'Rex' } }),
        null,
        user('2', { pet: null }),
        { nested: 0, ...user('1', { pet: { name: 'Rex' } }) },
      ],
    });
    const [first, , , last] = (merged as { list: { pet: object }[] }).list;
    expect(first?.pet).not.toBe(last?.pet);
  });

  it('passes types that the path does not mean, lists of lists included', async () => {
    const data = { grid: [[user('1')], [{ __typename: 'Bot', id: '9' }]] };
    const { sent } = await run(flatten('grid.@.@.|User', requires('User', take('id'))), {}, data);
    expect(sent).toEqual([{ representations: [user('1')] }]);
  });

  it('takes nested and renamed requirements, null included, and passes over what is missing', async () => {
    const dimensions: RequiredSelection = {
      ...take('size'),
      selections: [take('cm')],
    } as RequiredSelection;
    const node = flatten('list.@', requires('User', take('alias_0', 'name'), dimensions));
    const data = {
      list: [
        { __typename: 'User', alias_0: null, size: [{ cm: 1, inch: 2 }, null] },
        { __typename: 'User', size: [] },
        { __typename: 'User', alias_0: 'x', size: [{ inch: 1 }] },
      ],
    };
    const { sent } = await run(node, {}, data);
    expect(sent).toEqual([
      { representations: [{ __typename: 'User', name: null, size: [{ cm: 1 }, null] }] },
    ]);
  });

  it('sends the variables of the client beside the representations', async () => {
    const entity = requires('User', take('id'));
    const node = flatten('x', entity, { variableUsages: ['first'] });
    const { sent } = await run(node, {}, { x: user('"1"') }, { first: { text: 'ä"' }, other: 1 });
    expect(sent).toEqual([{ first: { text: 'ä"' }, representations: [user('"1"')] }]);
  });

  it('tells entities apart by type and by the kind of their values', async () => {
    const key = requires('User', take('id'));
    const ids = [1, '1', null, 'null', true, { a: 1 }, '{"a":1}', { a: 1 }, 1, '1', null];
    const data = { list: ids.map((id) => ({ __typename: 'User', id, n: 1 })) };
    const { sent } = await run(flatten('list.@', key), {}, data);
    const asked = ids.slice(0, 7).map((id) => ({ __typename: 'User', id }));
    expect(sent).toEqual([{ representations: asked }]);
  });

  it('asks for nobody by a type name alone', async () => {
    const { log } = await run(flatten('x', requires('User')), {}, { x: user('1') });
    expect(log).toEqual([]);
  });

  it('takes what a condition on a variable lets through', async () => {
    const [fragment] = requires('User', take('id'));
    const conditional = { ...fragment, skipIf: 'skip' } as RequiredSelection;
    const node = flatten('x', [...requires('User', take('name')), conditional]);
    const data = { x: user('1', { name: 'n' }) };
    const sent = async (skip: boolean) => (await run(node, {}, data, { skip })).sent;
    const named = { __typename: 'User', name: 'n' };
    expect(await sent(true)).toEqual([{ representations: [named] }]);
    expect(await sent(false)).toEqual([{ representations: [{ ...named, id: '1' }] }]);
  });

  it('corrects representations on their way out', async () => {
    const entity = requires('Book', take('id'));
    const rewrite = { kind: 'setValue', path: path('|Book.__typename'), value: 'Media' } as const;
    const node = flatten('x', entity, { entity: { requires: entity, inputRewrites: [rewrite] } });
    const { sent, data } = await run(node, {}, { x: { __typename: 'Book', id: '1' } });
    expect(sent).toEqual([{ representations: [{ __typename: 'Media', id: '1' }] }]);
    expect(data).toEqual({ x: { __typename: 'Book', id: '1' } });
  });

  it('calls nobody when there is nothing to complete', async () => {
    const node = flatten('list.@', requires('User', take('id')));
    expect((await run(node, {}, { list: [null] })).log).toEqual([]);
  });

  it('says at each place what failed, under the client’s keys', async () => {
    const data = { _qa_team: [user('1'), user('2'), user('1')] };
    const node = flatten('_qa_team.@', requires('User', take('id')));
    const errors = [{ message: 'No', path: ['_entities', 0, '_qa_pet', 'name'] }];
    const answer = { data: { _entities: [null, { pet: 1 }] }, errors } as unknown as SubgraphResult;
    const result = await run(node, { entities: answer }, data);
    expect(result.errors.map((error) => error.path)).toEqual([
      ['team', 0, 'pet', 'name'],
      ['team', 2, 'pet', 'name'],
    ]);
  });
});

describe('BatchFetch', () => {
  it('sends several lists of entities in one call', async () => {
    const entity = { inputRewrites: [], outputRewrites: [] };
    const node: BatchFetchNode = {
      ...fetchNode('entities'),
      kind: 'BatchFetch',
      entities: [
        {
          ...entity,
          alias: '_e0',
          variable: 'r0',
          paths: [path('a'), path('b.@')],
          requires: requires('User', take('id')),
        },
        {
          ...entity,
          alias: '_e1',
          variable: 'r1',
          paths: [path('c')],
          requires: requires('Pet', take('id')),
        },
      ],
    };
    const data = {
      a: { __typename: 'User', id: '1' },
      b: [
        { __typename: 'User', id: '2' },
        { __typename: 'User', id: '1' },
      ],
      c: { __typename: 'Pet', id: '3' },
    };
    const answer = {
      data: { _e0: [{ n: 'one' }, { n: 'two' }], _e1: null },
      errors: [{ message: 'No', path: ['_e1', 0] }],
    };
    const result = await run(node, { entities: answer as unknown as SubgraphResult }, data);
    expect(result.sent).toEqual([
      {
        r0: [
          { __typename: 'User', id: '1' },
          { __typename: 'User', id: '2' },
        ],
        r1: [{ __typename: 'Pet', id: '3' }],
      },
    ]);
    expect(result.data).toMatchObject({ a: { n: 'one' }, b: [{ n: 'two' }, { n: 'one' }] });
    expect(result.errors.map((error) => error.path)).toEqual([['c']]);
  });
});
