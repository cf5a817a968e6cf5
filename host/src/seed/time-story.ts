import { type IsoWeek, isoWeekOf, type LocalDate } from '@nexus/kit/domain';
import { STAFF } from './firm.js';
import { NOTES } from './portfolio.js';
import type { ProjectStory } from './project-story.js';
import { actor, type Stage } from './story.js';

const STEP = 15;
const DAY_OFF = 0.07;

interface Booked {
  readonly id: string;
  readonly manager: string;
}

/** People book their days, hand weeks in, and have them approved by somebody else. */
export class TimeStory {
  entries = 0;
  /** Submitted or to be submitted, by week and person. */
  readonly #weeks = new Map<IsoWeek, Map<string, Booked[]>>();

  constructor(
    private readonly stage: Stage,
    private readonly projects: ProjectStory,
  ) {}

  async log(day: LocalDate): Promise<void> {
    const { random } = this.stage;
    for (const { key, hours } of STAFF) {
      const bookable = this.projects.bookable(key, day);
      const off = random.chance(DAY_OFF);
      if (hours === 0 || off || bookable.length === 0) continue;
      let left = hours * 60 + random.between(-2, 2) * STEP;
      const parts = Math.min(4, bookable.length + random.between(1, 2));
      for (let part = 1; part <= parts && left > 0; part++) {
        const share =
          part === parts
            ? left
            : Math.max(
                STEP * 2,
                Math.round(left / (parts - part + 1) / STEP + random.between(-3, 3)) * STEP,
              );
        const minutes = Math.min(left, share);
        await this.#book(
          key,
          day,
          bookable[(part - 1) % bookable.length] ?? random.pick(bookable),
          minutes,
        );
        left -= minutes;
      }
    }
  }

  /** Everybody's week, handed in. */
  async submit(week: IsoWeek): Promise<void> {
    for (const key of this.#weeks.get(week)?.keys() ?? []) {
      await this.stage.graph.run(
        actor(this.stage, key),
        'timesheetSubmit',
        { week },
        'timesheet { id }',
      );
    }
  }

  /** Managers approve the week before; nobody their own, so each one’s own goes to the tenant's administrator. */
  async approve(week: IsoWeek): Promise<void> {
    const byApprover = new Map<string, string[]>();
    for (const [person, booked] of this.#weeks.get(week) ?? []) {
      for (const { id, manager } of booked) {
        const approver = manager === person ? 'jonas' : manager;
        byApprover.set(approver, [...(byApprover.get(approver) ?? []), id]);
      }
    }
    for (const [approver, ids] of byApprover) {
      await this.stage.graph.run(
        actor(this.stage, approver),
        'timeEntryApprove',
        { ids },
        'timeEntries { id }',
      );
    }
    this.#weeks.delete(week);
  }

  async #book(
    key: string,
    day: LocalDate,
    project: ProjectStory['live'][number],
    minutes: number,
  ): Promise<void> {
    const { graph, random } = this.stage;
    const task = random.chance(0.85) ? random.pick(project.tasks) : undefined;
    const input = {
      projectId: project.id,
      taskId: task?.id ?? null,
      date: day,
      minutes,
      note: random.pick(NOTES),
    };
    const { timeEntry } = await graph.run<{ timeEntry: { id: string } }>(
      actor(this.stage, key),
      'timeEntryLog',
      input,
      'timeEntry { id }',
    );
    const week = weekOf(this.#weeks, day);
    week.set(key, [...(week.get(key) ?? []), { id: timeEntry.id, manager: project.plan.manager }]);
    this.entries++;
  }
}

function weekOf(weeks: Map<IsoWeek, Map<string, Booked[]>>, day: LocalDate): Map<string, Booked[]> {
  const name = isoWeekOf(day);
  const week = weeks.get(name) ?? new Map<string, Booked[]>();
  weeks.set(name, week);
  return week;
}
