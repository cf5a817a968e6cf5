import { addDays } from '@nexus/kit/domain';
import { DESKS, type DeskTask } from './desks.js';
import type { ProjectStory } from './project-story.js';
import { actor, type Stage } from './story.js';

interface Column {
  readonly id: string;
  readonly name: string;
}

const MINUTES = 60;

/** What the people of the firm have before them on the day of seeding: the boards in the middle of a week. */
export class DeskStory {
  constructor(
    private readonly stage: Stage,
    private readonly projects: ProjectStory,
  ) {}

  async tell(): Promise<void> {
    for (const { plan, id, tasks } of this.projects.live) {
      const desks = DESKS.filter(({ project }) => project === plan.key);
      if (desks.length === 0) continue;
      const columns = await this.#columns(plan.manager, id);
      for (const desk of desks) await this.#lay(desk, plan.manager, id, columns);
      const [next] = tasks.filter(({ done }) => !done);
      if (next) await this.#takeUp(plan.manager, next.id, columns);
    }
  }

  async #columns(manager: string, projectId: string): Promise<readonly Column[]> {
    const { project } = await this.stage.graph.query<{
      project: { board: { columns: readonly Column[] } };
    }>(
      actor(this.stage, manager),
      'query($id: ID!) { project(id: $id) { board { columns { id name } } } }',
      { id: projectId },
    );
    return project.board.columns;
  }

  async #lay(
    desk: DeskTask,
    manager: string,
    projectId: string,
    columns: readonly Column[],
  ): Promise<void> {
    const { graph, today } = this.stage;
    const { task } = await graph.run<{ task: { id: string } }>(
      actor(this.stage, manager),
      'taskCreate',
      {
        projectId,
        title: desk.title,
        assigneeIds: [this.#userId(desk.person)],
        columnId: columns.find(({ name }) => name === desk.column)?.id,
        due: addDays(today, desk.due),
        priority: desk.priority,
        labels: desk.labels ?? [],
        points: desk.points,
        estimateMinutes: desk.hours === undefined ? undefined : desk.hours * MINUTES,
        description: desk.description,
      },
      'task { id }',
    );
    await this.#fill(desk, task.id);
  }

  async #fill(
    { person, steps = [], stepsDone = 0, blocked, talk = [] }: DeskTask,
    taskId: string,
  ): Promise<void> {
    const { graph } = this.stage;
    const worker = actor(this.stage, person);
    for (const [index, text] of steps.entries()) {
      const { task } = await graph.run<{ task: { checklist: { id: string }[] } }>(
        worker,
        'checklistItemAdd',
        { taskId, text },
        'task { checklist { id } }',
      );
      const itemId = task.checklist.at(-1)?.id;
      if (index >= stepsDone) continue;
      const done = { taskId, itemId, checked: true };
      await graph.run(worker, 'checklistItemToggle', done, 'task { id }');
    }
    if (blocked !== undefined) {
      await graph.run(worker, 'taskBlock', { id: taskId, reason: blocked }, 'task { id }');
    }
    for (const [who, body] of talk) {
      const mentionIds = who === person ? [] : [this.#userId(person)];
      const said = { taskId, body, mentionIds };
      await graph.run(actor(this.stage, who), 'taskCommentAdd', said, 'comment { id }');
    }
  }

  /** What comes next by the plan waits to be taken. */
  async #takeUp(manager: string, taskId: string, columns: readonly Column[]): Promise<void> {
    const columnId = columns.find(({ name }) => name === 'To do')?.id;
    const move = { id: taskId, columnId };
    await this.stage.graph.run(actor(this.stage, manager), 'taskMove', move, 'task { id }');
  }

  #userId(person: string): string | undefined {
    return this.stage.cast.staff.get(person)?.userId;
  }
}
