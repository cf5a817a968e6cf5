import { isLocalDate, type Violation, violation } from '@nexus/kit/domain';
import type { TaskOutline } from './task.commands.js';
import type { ChecklistItem, TaskObstacles, TaskProject } from './task.state.js';
import { textFindings } from './text.rules.js';

const FIBONACCI = [0, 1, 2, 3, 5, 8, 13, 21];
const SPLIT_ABOVE = 13;
export const MAX_CHECKLIST = 200;
export const MAX_ASSIGNEES = 50;

/** What is wrong with a task's master data. */
export function outlineFindings(outline: TaskOutline, { end }: TaskProject): Violation[] {
  const { title, description, labels, due, start, estimateMinutes } = outline;
  return [
    ...textFindings(title, { path: ['title'], max: 300 }),
    ...textFindings(description, {
      path: ['description'],

      max: 100_000,
      required: false,
    }),
    ...labels.flatMap((label) => textFindings(label, { path: ['labels'], max: 50 })),
    ...(labels.length > 20
      ? [
          violation('BATCH_TOO_LARGE', 'A task has 20 labels at most.', {
            path: ['labels'],
            meta: { max: 20 },
          }),
        ]
      : []),
    ...dayFindings(start, 'start'),
    ...dayFindings(due, 'due'),
    ...pointFindings(outline.points),
    ...(estimateMinutes !== null && (estimateMinutes < 0 || estimateMinutes > 600_000)
      ? [
          violation('INPUT_INVALID', 'The estimate is not plausible.', {
            path: ['estimateMinutes'],
          }),
        ]
      : []),
    ...(due !== null && end !== null && due > end
      ? [
          violation('TASK_DUE_AFTER_PROJECT_END', 'The task is due after the project ends.', {
            path: ['due'],
          }),
        ]
      : []),
  ];
}

function dayFindings(day: string | null, path: string): Violation[] {
  return day === null || isLocalDate(day)
    ? []
    : [violation('INPUT_INVALID', 'This is no calendar day.', { path: [path] })];
}

function pointFindings(points: number | null): Violation[] {
  if (points === null) return [];
  const path = ['points'];
  if (!FIBONACCI.includes(points))
    return [
      violation('POINTS_NOT_FIBONACCI', `Points are ${FIBONACCI.join(', ')}.`, {
        path,
        meta: { options: FIBONACCI },
      }),
    ];
  return points > SPLIT_ABOVE
    ? [
        violation('TASK_SHOULD_BE_SPLIT', `More than ${SPLIT_ABOVE} points: split this.`, {
          path,
          meta: { max: SPLIT_ABOVE },
        }),
      ]
    : [];
}

/** Who is assigned must be a member of the project. */
export function assigneeFindings(
  userIds: readonly string[],
  { memberIds }: TaskProject,
  path: string,
): Violation[] {
  if (userIds.length > MAX_ASSIGNEES)
    return [
      violation('BATCH_TOO_LARGE', `Assign ${MAX_ASSIGNEES} people at most.`, {
        path: [path],
        meta: { max: MAX_ASSIGNEES },
      }),
    ];
  const strangers = userIds.filter((id) => !memberIds.includes(id));
  return strangers.length === 0
    ? []
    : [
        violation('ASSIGNEE_NOT_MEMBER', 'Only members of the project can be assigned.', {
          path: [path],
          meta: { userIds: strangers },
        }),
      ];
}

export interface Advance {
  readonly starts: boolean;
  readonly completes: boolean;
  readonly overridden: boolean;
}

/** What keeps a task from starting or being completed; with an override these are warnings. */
export function obstacleFindings(
  obstacles: TaskObstacles,
  checklist: readonly ChecklistItem[],
  { starts, completes, overridden }: Advance,
): Violation[] {
  const severity = overridden ? 'warning' : 'error';
  const path = ['columnId'];
  const holding = new Set([
    ...(starts || completes ? obstacles.holdingStart : []),
    ...(completes ? obstacles.holdingFinish : []),
  ]);
  const findings: Violation[] = [];
  if (holding.size > 0) {
    const tasks = [...holding];
    findings.push(
      violation('TASK_BLOCKED_BY_DEPENDENCY', `It waits for ${tasks.join(', ')}.`, {
        path,
        severity,
        meta: { tasks },
      }),
    );
  }
  if (completes && obstacles.openSubtasks.length > 0) {
    findings.push(
      violation('TASK_SUBTASKS_OPEN', `Still open: ${obstacles.openSubtasks.join(', ')}.`, {
        path,
        severity,
        meta: { tasks: obstacles.openSubtasks },
      }),
    );
  }
  const unticked = checklist.filter(({ checked }) => !checked).length;
  if (completes && unticked > 0) {
    const open = unticked === 1 ? 'One item' : `${unticked} items`;
    const message = `${open} of the checklist ${unticked === 1 ? 'is' : 'are'} open.`;
    findings.push(violation('CHECKLIST_INCOMPLETE', message, { path, meta: { count: unticked } }));
  }
  return findings;
}
