import { describe, expect, it } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql';
import { decideDefers } from '../../src/defer/decided-operation.js';
import { type AnswerPart, answerInParts } from '../../src/execution/deferred/answer-in-parts.js';
import { compileOperation } from '../../src/execution/operation.js';
import { type Run, startRun } from '../../src/execution/run.js';
import type { DeferredNode, FetchNode, PlanNode } from '../../src/planner/plan.js';

const schema = buildSchema('type Query { a: T  b: T  list: [T] } type T { x: Int  y: Int!  t: T }');

/** Root fetches named by what they fetch. */
const fetch = (subgraph: string, id?: string): FetchNode => ({
  ...{ kind: 'Fetch', id, subgraph, operationKind: OperationTypeNode.QUERY },
  ...{ operationName: undefined, query: '{ a }', document: parse('{ a }') },
  ...{ variableUsages: [], rootKeys: ['a'], entity: undefined, outputRewrites: [] },
});
const part = (label: string, depends: string[], node?: PlanNode): DeferredNode => ({
  ...{ label, depends, node },
});

/** Runs a plan against subgraphs that answer when they are told to. */
function started(query: string, node: PlanNode, variables = {}) {
  const document = parse(query);
  const definition = document.definitions[0] as OperationDefinitionNode;
  const decided = decideDefers(document, definition, variables);
  const planner = { plan: () => ({ subscription: undefined, node }) };
  const operation = compileOperation(schema, planner, decided.document, decided.definition);
  const asked = new Map<string, PromiseWithResolvers<Awaited<ReturnType<Run['call']>>>>();
  const call: Run['call'] = ({ subgraph }) => {
    const waiting = Promise.withResolvers<Awaited<ReturnType<Run['call']>>>();
    asked.set(subgraph, waiting);
    return waiting.promise;
  };
  const { signal } = new AbortController();
  const context = { principal: null, requestId: 'test', attributes: {}, signal };
  const parts = answerInParts(schema, operation, startRun(call, context, variables));
  const next = async (): Promise<AnswerPart | undefined> => (await parts.next()).value;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    next,
    asked: async () => {
      await turn();
      return [...asked.keys()];
    },
    answer: (subgraph: string, data: Record<string, unknown>, ...paths: (string | number)[][]) => {
      const error = (path: (string | number)[]) => ({
        message: 'no',
        path,
        extensions: { code: 'NO' },
      });
      asked
        .get(subgraph)
        ?.resolve({ data, ...(paths.length > 0 && { errors: paths.map(error) as never }) });
    },
  };
}

const shown = (answerPart: AnswerPart | undefined) => {
  if (answerPart?.kind === 'first') return answerPart.answer.data;
  return answerPart?.answers.map(({ path, data }) => [path.join('.'), data]);
};

describe('parts of an answer', () => {
  it('begin when what they build on is there, not when all else is', async () => {
    const { asked, answer, next } = started('{ a { x } b { x } ... @defer { list { x } } }', {
      kind: 'Defer',
      primary: { kind: 'Parallel', nodes: [fetch('a', '0'), fetch('b')] },
      deferred: [part('0', ['0'], fetch('later'))],
    });
    const first = next();
    expect(await asked()).toEqual(['a', 'b']);
    answer('a', { a: { x: 1 } });
    expect(await asked()).toEqual(['a', 'b', 'later']);
    answer('later', { list: [{ x: 3 }] });
    answer('b', { b: { x: 2 } });
    expect(shown(await first)).toEqual({ a: { x: 1 }, b: { x: 2 } });
    expect(shown(await next())).toEqual([['', { list: [{ x: 3 }] }]]);
    expect(await next()).toBeUndefined();
  });

  it('wait no longer than for all around them for what conditions leave out', async () => {
    const left: PlanNode = {
      ...{ kind: 'Condition', variable: 'v', ifTrue: fetch('left out', '7'), ifFalse: undefined },
    };
    const query =
      'query ($v: Boolean!) { a { x } ... @defer { b { x @include(if: $v) } list { x } } }';
    const plan: PlanNode = {
      kind: 'Defer',
      primary: { kind: 'Sequence', nodes: [fetch('a'), left] },
      deferred: [part('0', ['7'], fetch('later'))],
    };
    const { asked, answer, next } = started(query, plan, { v: false });
    const first = next();
    await asked();
    answer('a', { a: { x: 1 }, b: {} });
    expect(shown(await first)).toEqual({ a: { x: 1 } });
    expect(await asked()).toEqual(['a', 'later']);
    answer('later', { list: [] });
    expect(shown(await next())).toEqual([['', { b: {}, list: [] }]]);
  });

  it('come in one, where they are ready together, and in their order, where they are not', async () => {
    const query = '{ a { x ... @defer { y } } ... @defer { b { x } } ... @defer { list { x } } }';
    const { asked, answer, next } = started(query, {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [part('0', ['0']), part('1', [], fetch('b')), part('2', [], fetch('list'))],
    });
    const first = next();
    await asked();
    answer('a', { a: { x: 1, y: 2 } });
    answer('list', { list: [{ x: 3 }] });
    expect(await first).toMatchObject({ hasNext: true });
    await asked();
    const second = await next();
    expect(shown(second)).toEqual(
      expect.arrayContaining([
        ['a', { y: 2 }],
        ['', { list: [{ x: 3 }] }],
      ]),
    );
    expect(second?.hasNext).toBe(true);
    answer('b', { b: { x: 4 } });
    const last = await next();
    expect([shown(last), last?.hasNext]).toEqual([[['', { b: { x: 4 } }]], false]);
  });

  it('are none where null propagation leaves nothing to which they could belong', async () => {
    const { asked, answer, next } = started('{ list { y ... @defer { x } } }', {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [part('0', ['0'], fetch('later'))],
    });
    const first = next();
    await asked();
    answer('a', { list: [{ y: null }, null] });
    expect(await first).toMatchObject({ answer: { data: { list: [null, null] } }, hasNext: false });
    expect(await next()).toBeUndefined();
  });

  it('keep their nulls, and tell them where they stand', async () => {
    const { asked, answer, next } = started('{ list { x ... @defer { y } } }', {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [part('0', ['0'])],
    });
    const first = next();
    await asked();
    answer('a', { list: [{ x: 1, y: 1 }, { x: 2, y: null }, { x: 3 }] }, ['list', 1, 'y']);
    // What only a fragment shows is told with the fragment.
    expect(await first).toMatchObject({ answer: { errors: [] } });
    const later = await next();
    expect(shown(later)).toEqual([
      ['list.0', { y: 1 }],
      ['list.1', null],
      ['list.2', null],
    ]);
    expect(later?.kind === 'later' && later.answers.map(({ errors }) => errors)).toMatchObject([
      [],
      [{ message: 'no', path: ['list', 1, 'y'] }],
      [{ path: ['list', 2, 'y'], extensions: { code: 'INVALID_SUBGRAPH_ANSWER' } }],
    ]);
  });

  it('tell in each what each shows, and what nobody shows once', async () => {
    const { asked, answer, next } = started('{ a { x ... @defer { x t { x } } } }', {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [part('0', ['0'])],
    });
    const first = next();
    await asked();
    answer('a', { a: { x: null, t: { x: 1 } } }, ['a', 'x'], ['a', 'key']);
    const told = ({ errors }: { errors: readonly { path?: unknown }[] }) =>
      errors.map(({ path }) => path);
    const one = await first;
    expect(one?.kind === 'first' && told(one.answer)).toEqual([['a', 'x'], ['a']]);
    const two = await next();
    expect(two?.kind === 'later' && two.answers.map(told)).toEqual([[['a', 'x']]]);
  });

  it('are null with the fault, where the router itself fails over them', async () => {
    const entity = { requires: [], inputRewrites: [] };
    const node = { ...fetch('b'), entity };
    const broken: PlanNode = { kind: 'Flatten', path: undefined as never, node };
    const { asked, answer, next } = started('{ a { x ... @defer { y } } }', {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [part('0', ['0'], broken)],
    });
    const first = next();
    await asked();
    answer('a', { a: { x: 1, y: 1 } });
    expect(await first).toMatchObject({ hasNext: true });
    const fault = { originalError: expect.any(TypeError) };
    expect(await next()).toMatchObject({
      answers: [{ path: ['a'], data: null, errors: [fault] }],
      hasNext: false,
    });
  });

  it('nest: what is deferred in a deferred part comes after it', async () => {
    const query = '{ a { x ... @defer { t { x ... @defer { y } } } } }';
    const { asked, answer, next } = started(query, {
      kind: 'Defer',
      primary: fetch('a', '0'),
      deferred: [
        part('0', ['0'], {
          kind: 'Defer',
          primary: fetch('t', '1'),
          deferred: [part('1', ['1'], fetch('y'))],
        }),
      ],
    });
    const first = next();
    await asked();
    answer('a', { a: { x: 1 } });
    expect(shown(await first)).toEqual({ a: { x: 1 } });
    await asked();
    answer('t', { a: { t: { x: 2 } } });
    expect(shown(await next())).toEqual([['a', { t: { x: 2 } }]]);
    answer('y', { a: { t: { y: 3 } } });
    expect(shown(await next())).toEqual([['a.t', { y: 3 }]]);
  });
});
