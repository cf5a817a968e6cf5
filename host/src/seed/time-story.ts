import { type IsoWeek, isoWeekOf, type LocalDate } from '@nexus/kit/domain';
import { STAFF } from './firm.js';
import { NOTES } from './portfolio.js';
import type { ProjectStory } from './project-story.js';
import { actor, type Stage } from './story.js';

const STEP = 15;
const DAY_OFF = 0.07;

interface Booking {
  readonly person: string;
  readonly day: LocalDate;
  readonly project: ProjectStory['live'][number];
  readonly taskId: string | null;
  readonly minutes: number;
  readonly note: string;
}

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

  /** Everybody books the day, side by side: what each of them books was drawn before, in one order. */
  async log(day: LocalDate): Promise<void> {
    const lanes = STAFF.map(({ key, hours }) => this.#draw(key, hours, day));
    await Promise.all(
      lanes.map(async (bookings) => {
        for (const booking of bookings) await this.#book(booking);
      }),
    );
  }

  #draw(person: string, hours: number, day: LocalDate): Booking[] {
    const { random } = this.stage;
    const bookable = this.projects.bookable(person, day);
    const off = random.chance(DAY_OFF);
    if (hours === 0 || off || bookable.length === 0) return [];
    let left = hours * 60 + random.between(-2, 2) * STEP;
    const parts = Math.min(3, bookable.length + random.between(1, 2));
    const bookings: Booking[] = [];
    for (let part = 1; part <= parts && left > 0; part++) {
      const even = Math.round(left / (parts - part + 1) / STEP);
      const share = part === parts ? left : Math.max(2, even + random.between(-3, 3)) * STEP;
      const project = bookable[(part - 1) % bookable.length] ?? random.pick(bookable);
      const task = random.chance(0.85) ? random.pick(project.tasks) : undefined;
      const minutes = Math.min(left, share);
      const taskId = task?.id ?? null;
      bookings.push({ person, day, project, taskId, minutes, note: random.pick(NOTES) });
      left -= minutes;
    }
    return bookings;
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

  async #book({ person, day, project, ...rest }: Booking): Promise<void> {
    const { timeEntry } = await this.stage.graph.run<{ timeEntry: { id: string } }>(
      actor(this.stage, person),
      'timeEntryLog',
      { projectId: project.id, date: day, ...rest },
      'timeEntry { id }',
    );
    const week = weekOf(this.#weeks, day);
    const booked = { id: timeEntry.id, manager: project.plan.manager };
    week.set(person, [...(week.get(person) ?? []), booked]);
    this.entries++;
  }
}

function weekOf(weeks: Map<IsoWeek, Map<string, Booked[]>>, day: LocalDate): Map<string, Booked[]> {
  const name = isoWeekOf(day);
  const week = weeks.get(name) ?? new Map<string, Booked[]>();
  weeks.set(name, week);
  return week;
}
