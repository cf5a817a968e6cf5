import { rebuild } from '@nexus/kit/consumers';
import { addDays, encodeId, type Principal } from '@nexus/kit/domain';
import { type Context, createContext, type Kernel, type NewEvent, write } from '@nexus/kit/events';
import type { TaskCreated, TaskMoved, TimeEntryAdded } from '@nexus/projects/events';
import type { OpenedHouse } from '../dist/house/nexus-house.js';
import { subgraphs } from '../dist/subgraphs.js';

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
const CATALOGUE = new Map(
  subgraphs
    .flatMap(({ catalogues }) => catalogues)
    .filter(({ domain }) => domain === 'projects')
    .flatMap((catalogue) => Object.keys(catalogue.specs).map((type) => [type, catalogue] as const)),
);
const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
const POINTS = [1, 2, 3, 5, 8, 13];
const WORDS = ['Draft', 'Review', 'Build', 'Test', 'Plan', 'Fix', 'Measure', 'Document'];

/** Tasks that are begun between one step of a task and the next: work goes on side by side. */
const STEP = 150;

/**
 * Events of tasks as years of work would have left them, appended to the log in their order: created, begun,
 * completed, those of one task among those of its neighbours. Read models follow by a rebuild.
 */
export async function fillTasks(kernel: Kernel, fill: Fill): Promise<void> {
  const stories: Story[] = [];
  const appender = new Appender(kernel, fill.principal);
  for (let i = 0; i < fill.count + 2 * STEP; i++) {
    if (i < fill.count) stories.push(story(fill, i, appender));
    for (const step of [0, 1, 2]) {
      const at = i - step * STEP;
      for (const event of stories[at]?.[step] ?? []) await appender.add(event);
    }
  }
  await appender.flush();
}

/** What happens to a task: when it is created, when work begins, when it is done. */
type Story = readonly (readonly Told[])[];

function story({ projects, staff, principal }: Fill, i: number, { newId }: Appender): Story {
  const onBoard = i < BOARD_CARDS;
  const project = at(projects, onBoard ? 0 : 1 + (i % (projects.length - 1)));
  const { columns } = project;
  // Most work of years is done: past the measured board, nine cards of ten lie in the last column.
  const goal = onBoard || i % 10 === 0 ? i % columns.length : columns.length - 1;
  const way = columns.slice(0, goal + 1);
  const taskId = newId('Task');
  const of = { projectId: project.id, clientId: null, taskId };
  const rank = `a${i.toString(36).padStart(5, '0')}V`;
  const sequence = i + 1;
  const created: TaskCreated = {
    ...of,
    number: `${project.code}-${sequence}`,
    sequence,
    title: `${at(WORDS, i)} the part ${i % 977} of topic${i % 500}`,
    description: null,
    type: 'TASK',
    columnId: at(columns, 0).id,
    category: at(columns, 0).category,
    rank,
    parentId: null,
    milestoneId: null,
    assigneeIds: [at(staff, i), at(staff, i + 1 + (i % 7))],
    reporterId: principal.subject,
    priority: at(PRIORITIES, i),
    points: at(POINTS, i),
    estimateMinutes: (i % 16) * 30,
    start: null,
    due: addDays('2025-01-01', i % 700),
    labels: i % 3 === 0 ? ['later'] : [],
    clientVisible: false,
  };
  const moved = (to: FilledProject['columns'][number], from: string): TaskMoved => ({
    ...of,
    ...{ from, to: to.id, rank, category: to.category },
  });
  let version = 0;
  const tell = (type: string, data: object): Told => {
    return { stream: `task-${taskId}`, version: ++version, type, data };
  };
  const begun = way.findLast(({ category }) => category !== 'DONE');
  const first = tell('TaskCreated', created);
  const middle = begun && goal > 0 ? [tell('TaskMoved', moved(begun, created.columnId))] : [];
  if (begun?.category === 'DOING') {
    middle.push(tell('TaskStarted', { ...of, at: '2025-06-01T08:00:00.000Z' }));
  }
  const last = way.at(-1);
  if (last?.category !== 'DONE') return [[first], middle];
  const done = {
    ...of,
    completedAt: '2025-06-10T15:00:00.000Z',
    points: null,
    overrideReason: null,
  };
  return [
    [first],
    middle,
    [tell('TaskMoved', moved(last, begun?.id ?? '')), tell('TaskCompleted', done)],
  ];
}

/** As many time entries, over eighteen months, of everybody on everything. */
export async function fillTime(kernel: Kernel, fill: Fill): Promise<void> {
  const { projects, staff, count } = fill;
  const appender = new Appender(kernel, fill.principal);
  for (let i = 0; i < count; i++) {
    const timesheetId = appender.newId('Timesheet');
    const data = {
      entryId: appender.newId('TimeEntry'),
      timesheetId,
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
    await appender.add({
      ...{ stream: `timesheet-${timesheetId}`, version: 1, type: 'TimeEntryAdded', data },
    });
  }
  await appender.flush();
}

/** Fills the read models of projects from the log. Answers how fast that of tasks was. */
export async function rebuildAll(
  { runtime: { kernel } }: OpenedHouse,
  ownerUrl: string,
): Promise<{ events: number; seconds: number }> {
  const filled = ['projects.TaskCreated', 'projects.TimeEntryAdded'];
  const stale = subgraphs
    .flatMap(({ projections }) => projections)
    .filter(({ types }) => types.some((type) => filled.includes(type)));
  let tasks = { events: 0, seconds: 0 };
  for (const projection of stale) {
    const report = await rebuild(kernel, ownerUrl, projection);
    if (projection.name === 'projects.task') tasks = report;
  }
  return tasks;
}

type Told = Omit<NewEvent, 'catalogue' | 'uuid'>;

/** Appends events of projects to the log, many in a transaction. No read model follows. */
class Appender {
  readonly #ctx: Context;
  readonly #kernel: Kernel;
  #events: NewEvent[] = [];

  constructor(kernel: Kernel, principal: Principal) {
    this.#kernel = kernel;
    this.#ctx = createContext(kernel, principal, { requestId: 'bench' });
  }

  readonly newId = (entity: 'Task' | 'TimeEntry' | 'Timesheet'): string =>
    encodeId(entity, this.#ctx.uuid());

  async add(event: Told): Promise<void> {
    const catalogue = CATALOGUE.get(event.type);
    if (!catalogue) throw new RangeError(`Nobody declares ${event.type}`);
    this.#events.push({ ...event, catalogue, uuid: this.#ctx.uuid() });
    if (this.#events.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const events = this.#events;
    this.#events = [];
    const { tenantId, now: occurredAt, actor, correlationId, causationId } = this.#ctx;
    const envelope = { tenantId, occurredAt, actor, correlationId, causationId };
    const { events: log } = this.#kernel;
    await write(this.#kernel, this.#ctx, (tx) => log.append(tx, envelope, events, 0n));
  }
}

function at<Item>(items: readonly Item[], i: number): Item {
  return items[i % items.length] as Item;
}
