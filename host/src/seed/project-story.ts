import { addDays, type LocalDate } from '@nexus/kit/domain';
import { phaseStarts, WAY } from './phases.js';
import { type DemoPhase, type DemoProject, PROJECTS } from './portfolio.js';
import { actor, type Stage } from './story.js';

interface LiveProject {
  readonly plan: DemoProject;
  readonly id: string;
  readonly tasks: { readonly id: string; readonly isShown: boolean; done: boolean }[];
  readonly milestones: { readonly id: string; readonly due: LocalDate; reached: boolean }[];
  phase: DemoPhase;
}

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
      await this.#reachMilestones(project, day);
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
    const milestones = [];
    for (const [name, due] of [
      ['Half-way review', half],
      ['Acceptance', this.day(plan.ends)],
    ] as const) {
      const { milestone } = await graph.run<{ milestone: { id: string } }>(
        manager,
        'milestoneAdd',
        { projectId: project.id, name, due },
        'milestone { id }',
      );
      milestones.push({ id: milestone.id, due, reached: false });
    }
    const tasks = [];
    for (const [i, title] of plan.tasks.entries()) {
      const assignee = cast.staff.get(plan.team[i % plan.team.length] ?? '')?.userId;
      // Two of three are the client's to follow; the rest is the firm's own kitchen.
      const isShown = plan.client !== null && i % 3 !== 2;
      const { task } = await graph.run<{ task: { id: string } }>(
        manager,
        'taskCreate',
        {
          projectId: project.id,
          title,
          assigneeIds: assignee ? [assignee] : [],
          clientVisible: isShown,
        },
        'task { id }',
      );
      tasks.push({ id: task.id, isShown, done: false });
    }
    this.#live.set(plan.key, {
      ...{ plan, id: project.id, tasks, milestones, phase: 'DISCOVERY' },
    });
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
    const planned = phaseStarts(plan)[next] ?? 0;
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

  /** What was planned is kept, except where it was put off. */
  async #reachMilestones({ plan, phase, milestones }: LiveProject, day: LocalDate): Promise<void> {
    if (phase === 'CANCELLED') return;
    for (const milestone of milestones) {
      if (milestone.reached || milestone.due !== day) continue;
      const manager = actor(this.stage, plan.manager);
      await this.stage.graph.run(manager, 'milestoneReach', { id: milestone.id }, 'project { id }');
      milestone.reached = true;
    }
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
      if (task.isShown) await this.#tell(plan.manager, task.id);
    }
  }

  /** The client hears of it where it was promised: at the task. */
  async #tell(manager: DemoProject['manager'], taskId: string): Promise<void> {
    await this.stage.graph.run(
      actor(this.stage, manager),
      'taskCommentAdd',
      {
        taskId,
        body: 'This is ready. Please have a look when it suits you.',
        visibility: 'CLIENT',
      },
      'comment { id }',
    );
  }
}
