import {
  accept,
  aggregate,
  type Decision,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { DependencyKind } from '../../events.d.ts';
import { type DependencyEvent, dependencyEvents } from './dependency-graph.events.js';

export const MAX_EDGES_PER_TASK = 50;
export const MAX_NESTING = 3;
export const MAX_LAG_DAYS = 365;

/** A task as the graph knows it. */
export interface GraphTask {
  readonly id: string;
  readonly number: string;
}

export interface DependencyGraph {
  /** Successors by predecessor. */
  readonly successors: Readonly<Record<string, readonly string[]>>;
  /** Parent by child. */
  readonly parents: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
}

export type DependencyCommand =
  | {
      readonly type: 'Add';
      readonly projectId: string;
      readonly from: GraphTask;
      readonly to: GraphTask;
      readonly kind: DependencyKind;
      readonly lagDays: number;
    }
  | {
      readonly type: 'Remove';
      readonly projectId: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'SetParent';
      readonly projectId: string;
      readonly task: GraphTask;
      readonly parent: GraphTask | null;
    };

type Outcome = Decision<DependencyEvent>;

function evolve(state: DependencyGraph, { type, data }: DependencyEvent): DependencyGraph {
  const { successors, parents, numbers } = state;
  switch (type) {
    case 'DependencyAdded': {
      const { from, fromNumber, to, toNumber } = data;
      return {
        parents,
        numbers: { ...numbers, [from]: fromNumber, [to]: toNumber },
        successors: { ...successors, [from]: [...(successors[from] ?? []), to] },
      };
    }
    case 'DependencyRemoved': {
      const left = (successors[data.from] ?? []).filter((id) => id !== data.to);
      return { ...state, successors: { ...successors, [data.from]: left } };
    }
    case 'ParentSet': {
      const { [data.taskId]: _, ...others } = parents;
      if (data.parentId === null) return { ...state, parents: others };
      return {
        successors,
        parents: { ...others, [data.taskId]: data.parentId },
        numbers: {
          ...numbers,
          [data.taskId]: data.taskNumber,
          [data.parentId]: data.parentNumber ?? data.parentId,
        },
      };
    }
    default:
      return unreachable(type, 'event');
  }
}

function decide(state: DependencyGraph, command: DependencyCommand): Outcome {
  switch (command.type) {
    case 'Add':
      return add(state, command);
    case 'Remove':
      return remove(state, command);
    case 'SetParent':
      return setParent(state, command);
    default:
      return unreachable(command, 'command');
  }
}

function add(state: DependencyGraph, command: DependencyCommand & { type: 'Add' }): Outcome {
  const { projectId, from, to, kind, lagDays } = command;
  if (state.successors[from.id]?.includes(to.id)) {
    return refuse(
      violation('TASK_DEPENDENCY_EXISTS', 'These tasks depend on each other already.', {
        path: ['to'],
      }),
    );
  }
  if (!Number.isInteger(lagDays) || Math.abs(lagDays) > MAX_LAG_DAYS) {
    return refuse(
      violation('INPUT_INVALID', `The lag is at most ${MAX_LAG_DAYS} days.`, {
        path: ['lagDays'],
        meta: { max: MAX_LAG_DAYS },
      }),
    );
  }
  const crowded = [from, to].find(({ id }) => edgesOf(state, id) >= MAX_EDGES_PER_TASK);
  if (crowded) {
    return refuse(
      violation(
        'TASK_DEPENDENCY_LIMIT',
        `${crowded.number} has ${MAX_EDGES_PER_TASK} dependencies already.`,
        {
          path: [crowded === from ? 'from' : 'to'],
          meta: { task: crowded.number, max: MAX_EDGES_PER_TASK },
        },
      ),
    );
  }
  const way = path(state, to.id, from.id);
  if (way) return refuse(cycle(state, way, [from, to], 'to'));
  return accept([
    {
      type: 'DependencyAdded',
      data: {
        projectId,
        from: from.id,
        fromNumber: from.number,
        to: to.id,
        toNumber: to.number,
        kind,
        lagDays,
      },
    },
  ]);
}

function remove(
  state: DependencyGraph,
  { projectId, from, to }: DependencyCommand & { type: 'Remove' },
): Outcome {
  return state.successors[from]?.includes(to)
    ? accept([{ type: 'DependencyRemoved', data: { projectId, from, to } }])
    : refuse(violation('NOT_FOUND', 'There is no such dependency.', { path: ['to'] }));
}

function setParent(
  state: DependencyGraph,
  command: DependencyCommand & { type: 'SetParent' },
): Outcome {
  const { projectId, task, parent } = command;
  if ((state.parents[task.id] ?? null) === (parent?.id ?? null)) return accept([]);
  if (parent) {
    const way = path(state, parent.id, task.id);
    if (way) return refuse(cycle(state, way, [task, parent], 'parentId'));
    const levels = ancestors(state, parent.id) + 1 + height(state, task.id);
    if (levels > MAX_NESTING) {
      return refuse(
        violation('TASK_NESTING_TOO_DEEP', `Tasks nest ${MAX_NESTING} levels deep at most.`, {
          path: ['parentId'],
          meta: { max: MAX_NESTING },
        }),
      );
    }
  }
  return accept([
    {
      type: 'ParentSet',
      data: {
        projectId,
        taskId: task.id,
        taskNumber: task.number,
        parentId: parent?.id ?? null,
        parentNumber: parent?.number ?? null,
      },
    },
  ]);
}

/** What must wait for a task: its successors, and its parent, which is not done before its children are. */
function waiting({ successors, parents }: DependencyGraph, id: string): string[] {
  const parent = parents[id];
  return parent ? [...(successors[id] ?? []), parent] : [...(successors[id] ?? [])];
}

/** The way from one task to another along what waits for what, both ends included; undefined where there is none. */
function path(state: DependencyGraph, from: string, to: string): string[] | undefined {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === to) return trace(cameFrom, id);
    for (const next of waiting(state, id)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

function trace(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let id: string | null = end; id !== null; id = cameFrom.get(id) ?? null) way.unshift(id);
  return way;
}

function cycle(
  { numbers }: DependencyGraph,
  way: readonly string[],
  named: readonly GraphTask[],
  at: string,
): Violation {
  const known = { ...numbers, ...Object.fromEntries(named.map(({ id, number }) => [id, number])) };
  const ring = way.map((id) => known[id] ?? id);
  return violation(
    'TASK_DEPENDENCY_CYCLE',
    `These tasks would wait for each other: ${ring.join(', ')}.`,
    {
      path: [at],
      meta: { cycle: ring },
    },
  );
}

function edgesOf({ successors }: DependencyGraph, id: string): number {
  const incoming = Object.values(successors).filter((targets) => targets.includes(id)).length;
  return incoming + (successors[id]?.length ?? 0);
}

function ancestors({ parents }: DependencyGraph, id: string): number {
  let count = 0;
  for (let parent = parents[id]; parent !== undefined; parent = parents[parent]) count++;
  return count;
}

/** Levels of the tree below a task, itself included. */
function height({ parents }: DependencyGraph, id: string): number {
  const children = Object.entries(parents).filter(([, parent]) => parent === id);
  return (
    1 + Math.max(0, ...children.map(([child]) => height({ parents } as DependencyGraph, child)))
  );
}

/** All edges of one project: one stream, so that two edges can never close a cycle unseen. */
export const dependencyGraph = aggregate<DependencyGraph, DependencyCommand, DependencyEvent>({
  name: 'deps',
  catalogue: dependencyEvents,
  initial: { successors: {}, parents: {}, numbers: {} },
  decide,
  evolve,
  snapshotEvery: 200,
});
