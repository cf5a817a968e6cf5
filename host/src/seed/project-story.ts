import { addDays, type LocalDate } from '@nexus/kit/domain';
import { type DemoPhase, type DemoProject, PROJECTS } from './portfolio.js';
import { actor, type Stage } from './story.js';

interface LiveProject {
  readonly plan: DemoProject;
  readonly id: string;
  readonly tasks: { readonly id: string; done: boolean }[];
  phase: DemoPhase;
}

const WAY: readonly DemoPhase[] = [
  'DISCOVERY',
  'PLANNING',
  'EXECUTION',
  'REVIEW',
  'DELIVERY',
  'SUPPORT',
  'CLOSED',
];

/** Projects begin, go through their phases, and get their tasks done. */
export class ProjectStory {
  readonly clientIds = new Map<string, string>();
  readonly #live = new Map<string, LiveProject>();

  constructor(private readonly stage: Stage) {}

  get live(): readonly LiveProject[] {
    return [...this.#live.values()];
  }

  /** The projects that a person may book time on this day. */
  bookable(person: string, day: LocalDate): readonly LiveProject[] {
    return this.live.filter(({ plan, phase }) => {
      const member = plan.team.includes(person) || plan.manager === person;
      return (
        member &&
        day >= this.day(plan.starts) &&
        day <= this.day(plan.ends) &&
        phase !== 'CLOSED' &&
        phase !== 'CANCELLED'
      );
    });
  }

  day(before: number): LocalDate {
    return addDays(this.stage.today, -before);
  }

  async morning(day: LocalDate): Promise<void> {
    for (const plan of PROJECTS) {
      if (this.day(plan.starts) === day) await this.#begin(plan);
    }
    for (const project of this.#live.values()) {
      await this.#moveOn(project, day);
      await this.#finishTasks(project, day);
    }
  }

  async #begin(plan: DemoProject): Promise<void> {
    const { graph, cast } = this.stage;
    const manager = actor(this.stage, plan.manager);
    const { project } = await graph.run<{ project: { id: string } }>(
      manager,
      'projectCreate',
      {
        name: plan.name,
        clientId: plan.client ? this.clientIds.get(plan.client) : null,
        start: this.day(plan.starts),
        end: this.day(plan.ends),
        budget: {
          kind: plan.kind,
          amount: plan.amount ? { amount: plan.amount, currency: plan.currency } : null,
        },
      },
      'project { id }',
    );
    for (const key of plan.team) {
      const userId = cast.staff.get(key)?.userId;
      const role = key === plan.team[0] ? 'LEAD' : 'MEMBER';
      await graph.run(
        manager,
        'projectMemberAdd',
        { projectId: project.id, userId, role },
        'project { id }',
      );
    }
    const half = this.day(Math.round((plan.starts + plan.ends) / 2));
    for (const [name, due] of [
      ['Half-way review', half],
      ['Acceptance', this.day(plan.ends)],
    ] as const) {
      await graph.run(
        manager,
        'milestoneAdd',
        { projectId: project.id, name, due },
        'project { id }',
      );
    }
    const tasks = [];
    for (const [i, title] of plan.tasks.entries()) {
      const assignee = cast.staff.get(plan.team[i % plan.team.length] ?? '')?.userId;
      const { task } = await graph.run<{ task: { id: string } }>(
        manager,
        'taskCreate',
        { projectId: project.id, title, assigneeIds: assignee ? [assignee] : [] },
        'task { id }',
      );
      tasks.push({ id: task.id, done: false });
    }
    this.#live.set(plan.key, { plan, id: project.id, tasks, phase: 'DISCOVERY' });
  }

  /** When each phase begins, in days before the day of seeding. */
  #phaseStarts({ starts, ends }: DemoProject): Readonly<Partial<Record<DemoPhase, number>>> {
    return {
      PLANNING: starts - 5,
      EXECUTION: starts - 14,
      REVIEW: ends + 22,
      DELIVERY: ends + 12,
      SUPPORT: ends + 2,
      CLOSED: ends - 40,
    };
  }

  async #moveOn(project: LiveProject, day: LocalDate): Promise<void> {
    const { graph } = this.stage;
    const { plan, id } = project;
    const manager = actor(this.stage, plan.manager);
    if (plan.phase === 'CANCELLED') {
      if (day !== this.day(plan.ends)) return;
      await graph.run(
        manager,
        'projectCancel',
        { id, reason: 'The client has put the selection off.' },
        'project { id }',
      );
      project.phase = 'CANCELLED';
      return;
    }
    const next = WAY[WAY.indexOf(project.phase) + 1];
    if (!next || WAY.indexOf(next) > WAY.indexOf(plan.phase)) return;
    const planned = this.#phaseStarts(plan)[next] ?? 0;
    // Phases that the story needs to be over by now are not waited for.
    const early = Math.max(planned, WAY.indexOf(plan.phase) - WAY.indexOf(next) + 1);
    if (day < this.day(early)) return;
    if (next === 'CLOSED') await this.#complete(project, project.tasks.length);
    await graph.run(manager, 'projectChangePhase', { id, to: next }, 'project { id }');
    project.phase = next;
  }

  async #finishTasks(project: LiveProject, day: LocalDate): Promise<void> {
    const { plan, tasks, phase } = project;
    if (phase === 'DISCOVERY' || phase === 'CANCELLED') return;
    const [first, last] = [this.day(plan.starts), this.day(plan.ends)];
    const share = (Date.parse(day) - Date.parse(first)) / (Date.parse(last) - Date.parse(first));
    await this.#complete(project, Math.floor(Math.min(share, 1) * tasks.length));
  }

  async #complete({ plan, tasks }: LiveProject, count: number): Promise<void> {
    for (const task of tasks.slice(0, count)) {
      if (task.done) continue;
      await this.stage.graph.run(
        actor(this.stage, plan.manager),
        'taskComplete',
        { id: task.id },
        'task { id }',
      );
      task.done = true;
    }
  }
}
