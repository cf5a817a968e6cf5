import { describe, expect, it } from '@jest/globals';
import { decisionContext, specification } from '@nexus/kit/testing';
import {
  type DependencyGraph,
  dependencyGraph,
  MAX_EDGES_PER_TASK,
} from '../../src/domain/dependency-graph.aggregate.js';
import type { DependencyEvent } from '../../src/domain/dependency-graph.events.js';
import { holdsFinish, holdsStart } from '../../src/domain/dependency-graph.rules.js';

const projectId = 'prj_1';
const t = (n: number) => ({ id: `tsk_${n}`, number: `ACM-1-${n}` });
const add = (from: number, to: number) =>
  ({
    type: 'Add',
    projectId,
    from: t(from),
    to: t(to),
    kind: 'FINISH_TO_START',
    lagDays: 0,
  }) as const;
const edge = (from: number, to: number): DependencyEvent => ({
  type: 'DependencyAdded',
  data: {
    projectId,
    from: t(from).id,
    fromNumber: t(from).number,
    to: t(to).id,
    toNumber: t(to).number,
    kind: 'FINISH_TO_START',
    lagDays: 0,
  },
});
const child = (task: number, parent: number): DependencyEvent => ({
  type: 'ParentSet',
  data: {
    projectId,
    taskId: t(task).id,
    taskNumber: t(task).number,
    parentId: t(parent).id,
    parentNumber: t(parent).number,
  },
});
const nest = (task: number, parent: number | null) =>
  ({
    type: 'SetParent',
    projectId,
    task: t(task),
    parent: parent === null ? null : t(parent),
  }) as const;
const spec = () => specification(dependencyGraph);

describe('dependencies', () => {
  it('are added and removed', async () => {
    await spec()
      .given()
      .when(add(1, 2))
      .then([edge(1, 2)]);
    await spec()
      .given(edge(1, 2))
      .when({ type: 'Remove', projectId, from: 'tsk_1', to: 'tsk_2' })
      .then([{ type: 'DependencyRemoved', data: { projectId, from: 'tsk_1', to: 'tsk_2' } }]);
    await spec()
      .given()
      .when({ type: 'Remove', projectId, from: 'tsk_1', to: 'tsk_2' })
      .thenRefused('NOT_FOUND');
  });

  it('are there once', () =>
    spec().given(edge(1, 2)).when(add(1, 2)).thenRefused('TASK_DEPENDENCY_EXISTS'));

  it('never close a cycle, and name it', async () => {
    const state = [edge(1, 2), edge(2, 3)].reduce(dependencyGraph.evolve, dependencyGraph.initial);
    const decision = await dependencyGraph.decide(state, add(3, 1), decisionContext());
    expect(decision).toMatchObject({
      ok: false,
      errors: [
        {
          rule: 'TASK_DEPENDENCY_CYCLE',
          path: ['to'],
          meta: { cycle: ['ACM-1-1', 'ACM-1-2', 'ACM-1-3'] },
        },
      ],
    });
  });

  it('never lead from a task to itself', () =>
    spec().given().when(add(1, 1)).thenRefused('TASK_DEPENDENCY_CYCLE', ['to']));

  it('never close a cycle by way of a parent', () =>
    // 2 is part of 1, so 1 ends after 2; were 2 to wait for 1, neither would end.
    spec().given(child(2, 1)).when(add(1, 2)).thenRefused('TASK_DEPENDENCY_CYCLE'));

  it('may join siblings and the children of a task', () =>
    spec()
      .given(child(2, 1), child(3, 1))
      .when(add(2, 3))
      .then([edge(2, 3)]));

  it('are limited per task', () =>
    spec()
      .given(Array.from({ length: MAX_EDGES_PER_TASK }, (_, i) => edge(1, i + 2)))
      .when(add(1, 99))
      .thenRefused('TASK_DEPENDENCY_LIMIT', ['from']));

  it('have a plausible lag', () =>
    spec()
      .given()
      .when({ ...add(1, 2), lagDays: 1.5 })
      .thenRefused('INPUT_INVALID', ['lagDays']));
});

describe('nesting', () => {
  it('goes three levels deep', async () => {
    await spec()
      .given(child(2, 1))
      .when(nest(3, 2))
      .then([child(3, 2)]);
    await spec()
      .given(child(2, 1), child(3, 2))
      .when(nest(4, 3))
      .thenRefused('TASK_NESTING_TOO_DEEP', ['parentId']);
  });

  it('counts what hangs below the task', () =>
    spec().given(child(3, 2), child(5, 4)).when(nest(2, 5)).thenRefused('TASK_NESTING_TOO_DEEP'));

  it('never puts a task under its own child', () =>
    spec().given(child(2, 1)).when(nest(1, 2)).thenRefused('TASK_DEPENDENCY_CYCLE', ['parentId']));

  it('is undone', () =>
    spec()
      .given(child(2, 1))
      .when(nest(2, null))
      .then([
        {
          type: 'ParentSet',
          data: {
            projectId,
            taskId: 'tsk_2',
            taskNumber: 'ACM-1-2',
            parentId: null,
            parentNumber: null,
          },
        },
      ]));
});

describe('any sequence of edges', () => {
  it('leaves the graph without a cycle', async () => {
    // A small linear congruential generator: the same edges in every run.
    let seed = 42;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % n;
    };
    let state: DependencyGraph = dependencyGraph.initial;
    for (let i = 0; i < 400; i++) {
      const command = i % 3 === 0 ? nest(random(12), random(12)) : add(random(12), random(12));
      const decision = await dependencyGraph.decide(state, command, decisionContext());
      if (decision.ok) state = decision.events.reduce(dependencyGraph.evolve, state);
    }
    expect(Object.keys(state.successors).length).toBeGreaterThan(3);
    expect(isAcyclic(state)).toBe(true);
  });
});

/** By repeatedly taking away what waits for nothing; another way than the aggregate's own. */
function isAcyclic({ successors, parents }: DependencyGraph): boolean {
  let edges = [
    ...Object.entries(successors).flatMap(([from, targets]) => targets.map((to) => [from, to])),
    ...Object.entries(parents),
  ];
  for (;;) {
    const targets = new Set(edges.map(([, to]) => to));
    const left = edges.filter(([from]) => from !== undefined && targets.has(from));
    if (left.length === edges.length) return edges.length === 0;
    edges = left;
  }
}

describe('a predecessor', () => {
  const open = { started: false, completed: false };
  const started = { started: true, completed: false };
  const done = { started: true, completed: true };

  it.each([
    ['FINISH_TO_START', open, true, true],
    ['FINISH_TO_START', started, true, true],
    ['FINISH_TO_START', done, false, false],
    ['START_TO_START', open, true, true],
    ['START_TO_START', started, false, false],
    ['FINISH_TO_FINISH', open, false, true],
    ['FINISH_TO_FINISH', started, false, true],
    ['FINISH_TO_FINISH', done, false, false],
    ['START_TO_FINISH', open, false, true],
    ['START_TO_FINISH', started, false, false],
  ] as const)('%s, %o: holds the start %s, the finish %s', (kind, predecessor, start, finish) => {
    expect(holdsStart(kind, predecessor)).toBe(start);
    expect(holdsFinish(kind, predecessor)).toBe(finish);
  });
});
