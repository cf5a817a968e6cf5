import {
  accept,
  aggregate,
  type Decision,
  type DecisionContext,
  judge,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { TaskChanges } from '../../events.d.ts';
import { wipFindings } from './board.wip.js';
import { decideChecklist } from './task.checklist.js';
import type { CreateTask, TaskCommand } from './task.commands.js';
import { type TaskEvent, taskEvents } from './task.events.js';
import { evolveTask } from './task.evolve.js';
import { completion, move, restore, started } from './task.movement.js';
import { assigneeFindings, outlineFindings } from './task.rules.js';
import { type DoneTask, type OpenTask, refOf, type TaskState } from './task.state.js';
import { textFindings } from './text.rules.js';
import { valuesBefore } from './values-before.js';

type Outcome = Decision<TaskEvent>;
type Existing = OpenTask | DoneTask;

const invalid = (message: string): Outcome =>
  refuse(violation('TASK_STATE_INVALID', message, { path: ['id'] }));

function decide(state: TaskState, command: TaskCommand, ctx: DecisionContext): Outcome {
  if (!command.project.open) {
    const path = command.type === 'Create' ? ['projectId'] : ['id'];
    return refuse(violation('PROJECT_CLOSED_READONLY', 'The project is closed.', { path }));
  }
  if (command.type === 'Create') return create(state, command, ctx);
  if (state.kind === 'absent') {
    return refuse(violation('NOT_FOUND', 'There is no such task.', { path: ['id'] }));
  }
  if (state.archived && command.type !== 'Restore') return invalid('The task is archived.');
  switch (command.type) {
    case 'Move':
      return move(state, command, ctx);
    case 'Update':
      return update(state, command);
    case 'Assign':
      return assign(state, command, ctx);
    case 'Block':
      return block(state, command.reason, ctx);
    case 'Unblock':
      return state.blockedReason === null
        ? invalid('The task is not blocked.')
        : accept([{ type: 'TaskUnblocked', data: refOf(state) }]);
    case 'Archive':
      return accept([{ type: 'TaskArchived', data: refOf(state) }]);
    case 'Restore':
      return state.archived ? restore(state, command, ctx) : invalid('The task is not archived.');
    case 'AddChecklistItem':
    case 'ToggleChecklistItem':
    case 'RemoveChecklistItem':
      return decideChecklist(state, command);
    default:
      return unreachable(command, 'command');
  }
}

function create(state: TaskState, command: CreateTask, ctx: DecisionContext): Outcome {
  if (state.kind !== 'absent') return invalid('The task exists already.');
  const { taskId, number, sequence, outline, place, occupancy, project } = command;
  const assigneeIds = [...new Set(command.assigneeIds)];
  const ref = { taskId, projectId: project.projectId, clientId: project.clientId };
  const findings = [
    ...outlineFindings(outline, project),
    ...assigneeFindings(assigneeIds, project, 'assigneeIds'),
    ...wipFindings(occupancy),
  ];
  return judge(findings, () => [
    {
      type: 'TaskCreated',
      data: {
        ...ref,
        number,
        sequence,
        ...outline,
        ...place,
        assigneeIds,
        reporterId: ctx.actor.id,
      },
    },
    ...(place.category === 'TODO' ? [] : [started(ref, ctx)]),
    ...(place.category === 'DONE' ? [completion(ref, outline.points, null, ctx)] : []),
  ]);
}

function update(state: Existing, { changes, project }: TaskCommand & { type: 'Update' }): Outcome {
  const changed = differing(state, changes);
  // Only what changes is judged: an old due date does not stand in the way of a new title.
  const findings = outlineFindings({ ...state, ...changes }, project).filter(
    ({ path, severity }: Violation) => severity === 'error' || (path?.[0] ?? '') in changed,
  );
  return judge(findings, () =>
    Object.keys(changed).length === 0
      ? []
      : [
          {
            type: 'TaskUpdated',
            data: { ...refOf(state), changes: changed, before: valuesBefore(state, changed) },
          },
        ],
  );
}

function differing(state: Existing, changes: TaskChanges): TaskChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) =>
        value !== undefined &&
        JSON.stringify(state[field as keyof TaskChanges]) !== JSON.stringify(value),
    ),
  );
}

/** Sets who works on it: those not named are taken off. */
function assign(
  state: Existing,
  { userIds, project }: TaskCommand & { type: 'Assign' },
  { actor }: DecisionContext,
): Outcome {
  const added = [...new Set(userIds)].filter((id) => !state.assigneeIds.includes(id));
  const removed = state.assigneeIds.filter((id) => !userIds.includes(id));
  return judge(assigneeFindings(added, project, 'userIds'), () => [
    ...(removed.length > 0
      ? [{ type: 'TaskUnassigned' as const, data: { ...refOf(state), userIds: removed } }]
      : []),
    ...(added.length > 0
      ? [{ type: 'TaskAssigned' as const, data: { ...refOf(state), userIds: added, by: actor.id } }]
      : []),
  ]);
}

function block(state: Existing, reason: string, { actor, now }: DecisionContext): Outcome {
  if (state.kind === 'done') return invalid('The task is completed.');
  if (state.blockedReason !== null) return invalid('The task is blocked already.');
  const findings = textFindings(reason, { path: ['reason'], max: 1000 });
  return judge(findings, () => [
    {
      type: 'TaskBlocked',
      data: { ...refOf(state), reason, by: actor.id, since: now.toISOString() },
    },
  ]);
}

/** A unit of work on a board. Each has a stream of its own: a project may hold 20,000. */
export const task = aggregate<TaskState, TaskCommand, TaskEvent>({
  name: 'task',
  catalogue: taskEvents,
  initial: { kind: 'absent' },
  decide,
  evolve: evolveTask,
});
