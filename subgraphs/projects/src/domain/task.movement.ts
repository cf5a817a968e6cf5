import { type Decision, type DecisionContext, judge, type Violation } from '@nexus/kit/domain';
import { wipFindings } from './board.wip.js';
import type { MoveTask, TaskCommand } from './task.commands.js';
import type { TaskEvent } from './task.events.js';
import { obstacleFindings } from './task.rules.js';
import { type DoneTask, type OpenTask, refOf, type TaskRef } from './task.state.js';
import { textFindings } from './text.rules.js';

type Outcome = Decision<TaskEvent>;
type Existing = OpenTask | DoneTask;

export const started = (ref: TaskRef, { now }: DecisionContext): TaskEvent => ({
  type: 'TaskStarted',
  data: { ...ref, at: now.toISOString() },
});

export const completion = (
  ref: TaskRef,
  points: number | null,
  overrideReason: string | null,
  { now }: DecisionContext,
): TaskEvent => ({
  type: 'TaskCompleted',
  data: { ...ref, completedAt: now.toISOString(), points, overrideReason },
});

/** Entering DOING starts, entering DONE completes, leaving DONE reopens. */
export function move(state: Existing, command: MoveTask, ctx: DecisionContext): Outcome {
  const { place, occupancy, obstacles, overrideReason, reason } = command;
  const ref = refOf(state);
  const starts = place.category === 'DOING' && state.category === 'TODO';
  const completes = place.category === 'DONE' && state.kind === 'open';
  const reopens = place.category !== 'DONE' && state.kind === 'done';
  const overridden = overrideReason !== null;
  const findings: Violation[] = [
    ...(occupancy ? wipFindings(occupancy) : []),
    ...obstacleFindings(obstacles, state.checklist, { starts, completes, overridden }),
    ...textFindings(overrideReason, { path: ['overrideReason'], max: 1000 }),
    ...textFindings(reason, { path: ['reason'], max: 1000, required: false }),
  ];
  return judge(findings, () => [
    {
      type: 'TaskMoved',
      data: {
        ...ref,
        from: state.columnId,
        to: place.columnId,
        rank: place.rank,
        category: place.category,
      },
    },
    ...(place.category !== 'TODO' && !state.started ? [started(ref, ctx)] : []),
    ...(completes ? [completion(ref, state.points, overrideReason, ctx)] : []),
    ...(reopens ? [{ type: 'TaskReopened' as const, data: { ...ref, reason } }] : []),
  ]);
}

/** Back on the board: where it was, or where its column's cards went. */
export function restore(
  state: Existing,
  { place, occupancy }: TaskCommand & { type: 'Restore' },
  ctx: DecisionContext,
): Outcome {
  const ref = refOf(state);
  const completes = place.category === 'DONE' && state.kind === 'open';
  const reopens = place.category !== 'DONE' && state.kind === 'done';
  return judge(wipFindings(occupancy), () => [
    { type: 'TaskRestored', data: { ...ref, ...place } },
    ...(completes ? [completion(ref, state.points, null, ctx)] : []),
    ...(reopens ? [{ type: 'TaskReopened' as const, data: { ...ref, reason: null } }] : []),
  ]);
}
