import { rebuild } from '@nexus/kit/consumers';
import { addDays, encodeId, type Principal } from '@nexus/kit/domain';
import { createContext, type Kernel, type NewEvent, write } from '@nexus/kit/events';
import type { TaskCreated, TimeEntryAdded } from '@nexus/projects/events';
import type { OpenedHouse } from '../dist/house/nexus-house.js';
import { subgraphs } from '../dist/subgraphs.js';

/** What points may be. */
const FIBONACCI = [1, 2, 3, 5, 8] as const;

export interface FilledProject {
  readonly id: string;
  readonly code: string;
  readonly columns: readonly {
    readonly id: string;
    readonly category: 'TODO' | 'DOING' | 'DONE';
  }[];
}

export interface Fill {
  readonly principal: Principal;
  readonly staff: readonly string[];
  readonly projects: readonly FilledProject[];
  readonly count: number;
}

/** Cards of the board that is measured; what goes beyond is spread over the other projects. */
export const BOARD_CARDS = 200;
const BATCH = 2_000;
const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
const WORDS = ['Draft', 'Review', 'Build', 'Test', 'Plan', 'Fix', 'Measure', 'Document'];

/** Events of tasks as years of work would have left them, appended to the log; read models follow by a rebuild. */
export function fillTasks(kernel: Kernel, fill: Fill): Promise<void> {
  return append(kernel, fill, 'TaskCreated', (i, newId) => {
    const { projects, staff, principal } = fill;
    const onBoard = i < BOARD_CARDS;
    const project = at(projects, onBoard ? 0 : 1 + (i % (projects.length - 1)));
    // Most work of years is done: past the measured board, nine cards of ten lie in the last column.
    const done = !onBoard && i % 10 !== 0;
    const column = at(
      project.columns,
      done ? project.columns.length - 1 : i % project.columns.length,
    );
    const sequence = i + 1;
    const data: TaskCreated = {
      projectId: project.id,
      clientId: null,
      taskId: newId('Task'),
      number: `${project.code}-${sequence}`,
      sequence,
      title: `${at(WORDS, i)} the part ${i % 977} of topic${i % 500}`,
      description: null,
      type: 'TASK',
      columnId: column.id,
      category: column.category,
      rank: `a${i.toString(36).padStart(5, '0')}V`,
      parentId: null,
      milestoneId: null,
      assigneeIds: [at(staff, i), at(staff, i + 1 + (i % 7))],
      reporterId: principal.subject,
      priority: at(PRIORITIES, i),
      points: FIBONACCI[i % FIBONACCI.length] ?? 1,
      estimateMinutes: (i % 16) * 30,
      start: null,
      due: addDays('2025-01-01', i % 700),
      labels: i % 3 === 0 ? ['later'] : [],
      clientVisible: false,
    };
    return { stream: `task-${data.taskId}`, data };
  });
}

/** As many time entries, over eighteen months, of everybody on everything. */
export function fillTime(kernel: Kernel, fill: Fill): Promise<void> {
  return append(kernel, fill, 'TimeEntryAdded', (i, newId) => {
    const { projects, staff } = fill;
    const data = {
      entryId: newId('TimeEntry'),
      timesheetId: newId('Timesheet'),
      userId: at(staff, i),
      projectId: at(projects, i).id,
      clientId: null,
      taskId: null,
      taskTitle: null,
      date: addDays('2025-05-01', i % 540),
      minutes: 15 * (1 + (i % 20)),
      billable: true,
      note: `${at(WORDS, i)} ${i}`,
      autoStopped: false,
    } as TimeEntryAdded;
    return { stream: `timesheet-${data.timesheetId}`, data };
  });
}

/** Fills the read models of projects from the log. Answers how fast that of tasks was. */
export async function rebuildAll(
  { runtime: { kernel } }: OpenedHouse,
  ownerUrl: string,
): Promise<{ events: number; seconds: number }> {
  const inline = subgraphs
    .flatMap(({ projections }) => projections)
    .filter(({ name, mode, types }) => {
      const filled = ['projects.TaskCreated', 'projects.TimeEntryAdded'];
      return (
        mode === 'inline' &&
        name.startsWith('projects.') &&
        types.some((type) => filled.includes(type))
      );
    });
  let tasks = { events: 0, seconds: 0 };
  for (const projection of inline) {
    const report = await rebuild(kernel, ownerUrl, projection);
    if (projection.name === 'projects.task') tasks = report;
  }
  return tasks;
}

type NewId = (entity: 'Task' | 'TimeEntry' | 'Timesheet') => string;

async function append(
  kernel: Kernel,
  { principal, count }: Fill,
  type: string,
  make: (i: number, newId: NewId) => { stream: string; data: object },
): Promise<void> {
  const catalogue = subgraphs
    .flatMap(({ catalogues }) => catalogues)
    .find(({ domain, specs }) => domain === 'projects' && type in specs);
  if (!catalogue) throw new RangeError(`Nobody declares ${type}`);
  const ctx = createContext(kernel, principal, { requestId: 'bench' });
  const { tenantId, now: occurredAt, actor, correlationId, causationId } = ctx;
  const newId: NewId = (entity) => encodeId(entity, ctx.uuid());
  for (let from = 0; from < count; from += BATCH) {
    const events: NewEvent[] = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => ({
      ...make(from + n, newId),
      version: 1,
      type,
      catalogue,
      uuid: ctx.uuid(),
    }));
    const envelope = { tenantId, occurredAt, actor, correlationId, causationId };
    await write(kernel, ctx, (tx) => kernel.events.append(tx, envelope, events, 0n));
  }
}

function at<Item>(items: readonly Item[], i: number): Item {
  return items[i % items.length] as Item;
}
