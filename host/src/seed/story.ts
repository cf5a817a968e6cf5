import {
  addDays,
  isoWeekOf,
  type LocalDate,
  type ManualClock,
  type Principal,
} from '@nexus/kit/domain';
import { at, isInvoicingDay, isWorkingDay, weekday } from './calendar.js';
import type { DemoGraph } from './demo-graph.js';
import { DeskStory } from './desk-story.js';
import { CLIENTS } from './firm.js';
import { InvoicingStory } from './invoicing.js';
import { PROJECTS } from './portfolio.js';
import { ProjectStory } from './project-story.js';
import type { SeededRandom } from './random.js';
import { TimeStory } from './time-story.js';

/** Who acts in the story. */
export interface Cast {
  /** By the person's key in `firm.ts`. */
  readonly staff: ReadonlyMap<string, { readonly userId: string; readonly principal: Principal }>;
}

export interface Stage {
  readonly graph: DemoGraph;
  readonly clock: ManualClock;
  readonly random: SeededRandom;
  readonly cast: Cast;
  /** The day of seeding. */
  readonly today: LocalDate;
}

export function actor({ cast }: Stage, key: string): Principal {
  const found = cast.staff.get(key);
  if (!found) throw new RangeError(`Nobody is called ${key}`);
  return found.principal;
}

/** Tells eighteen months of the firm, a day at a time, through the graph. */
export class Story {
  readonly #projects: ProjectStory;
  readonly #time: TimeStory;
  readonly #invoicing: InvoicingStory;
  readonly #desks: DeskStory;

  constructor(private readonly stage: Stage) {
    this.#projects = new ProjectStory(stage);
    this.#time = new TimeStory(stage, this.#projects);
    this.#invoicing = new InvoicingStory(stage, this.#projects);
    this.#desks = new DeskStory(stage, this.#projects);
  }

  get counts(): { readonly entries: number; readonly invoices: number } {
    return { entries: this.#time.entries, invoices: this.#invoicing.invoices };
  }

  async openClients(): Promise<void> {
    const { graph } = this.stage;
    for (const { key, input, contact } of CLIENTS) {
      const owner = PROJECTS.find(({ client }) => client === key)?.manager ?? 'mara';
      const { client } = await graph.run<{ client: { id: string } }>(
        actor(this.stage, owner),
        'clientCreate',
        input,
        'client { id }',
      );
      this.#projects.clientIds.set(key, client.id);
      const facts = {
        ...contact,
        clientId: client.id,
        buyingRole: 'BILLING',
        title: 'Head of purchasing',
      };
      await graph.run(actor(this.stage, owner), 'contactCreate', facts, 'contact { id }');
    }
  }

  /** One day, in the order in which a day goes. */
  async tell(day: LocalDate): Promise<void> {
    const { clock } = this.stage;
    clock.set(at(day, 8));
    await this.#projects.morning(day);
    await this.#clientsMoveOn(day);
    if (day === this.stage.today) await this.#desks.tell();
    clock.set(at(day, 9));
    if (weekday(day) === 1) await this.#time.approve(isoWeekOf(addDays(day, -7)));
    clock.set(at(day, 11));
    if (isInvoicingDay(day)) await this.#invoicing.invoiceMonthBefore(day);
    clock.set(at(day, 17));
    if (isWorkingDay(day) && day < this.stage.today) await this.#time.log(day);
    if (weekday(day) === 5) await this.#time.submit(isoWeekOf(day));
    clock.set(at(day, 18));
    await this.#invoicing.payWhatIsDue(day);
  }

  /** A client becomes what the story says of it, in steps of a week. */
  async #clientsMoveOn(day: LocalDate): Promise<void> {
    const steps = ['ONBOARDING', 'ACTIVE', 'PAST'] as const;
    for (const { key, lifecycle } of CLIENTS) {
      const first = PROJECTS.filter(({ client }) => client === key).reduce(
        (max, { starts }) => Math.max(max, starts),
        0,
      );
      const reached = steps.indexOf(lifecycle as (typeof steps)[number]);
      const last = PROJECTS.filter(({ client }) => client === key).reduce(
        (min, { ends }) => Math.min(min, ends),
        9999,
      );
      const due = [first - 1, first - 15, last - 20];
      for (let i = 0; i <= reached; i++) {
        if (addDays(this.stage.today, -(due[i] ?? 0)) !== day) continue;
        const id = this.#projects.clientIds.get(key);
        await this.stage.graph.attempt(
          actor(this.stage, 'mara'),
          'clientChangeLifecycle',
          { id, lifecycle: steps[i] },
          'client { id }',
        );
      }
    }
  }
}
