import { violation } from '@nexus/kit/domain';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dependencyGraph } from '../domain/dependency-graph.aggregate.js';
import { isEnded } from '../domain/project.state.js';
import { Task } from '../read/task.entity.js';
import { TaskPayload } from './delivery.payloads.js';
import { taskInReach, writableTask } from './task.access.js';
import { TaskDependencyAddInput, TaskDependencyRemoveInput } from './task-parts.inputs.js';

type Written = Promise<Answer<{ task: Task | undefined }>>;

@Resolver()
export class DependencyResolver {
  @Mutation(() => TaskPayload, {
    description: 'Lets a task wait for another of its project; answers with the one that waits.',
  })
  @Requires('projects:write')
  @Emits('projects.DependencyAdded')
  taskDependencyAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskDependencyAddInput, { description: 'Which tasks, and how.' })
    input: TaskDependencyAddInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { kind, lagDays } = input;
      const { row: to, project } = await writableTask(tx, input.to, ['to']);
      const { row: from } = await taskInReach(tx, input.from, ['from']);
      if (isEnded(project.phase)) {
        return tx.refuse(violation('PROJECT_CLOSED_READONLY', 'The project is closed.'));
      }
      if (from.projectId !== to.projectId) {
        return tx.refuse(
          violation('TASK_OTHER_PROJECT', 'Tasks of two projects cannot depend on each other.', {
            path: ['from'],
          }),
        );
      }
      await tx.run(dependencyGraph, to.projectId, {
        type: 'Add',
        projectId: to.projectId,
        from: { id: from.id, number: from.number },
        to: { id: to.id, number: to.number },
        kind,
        lagDays,
      });
      return { task: await tx.row(Task, to.id) };
    });
  }

  @Mutation(() => TaskPayload, {
    description: 'Lets a task wait for another no longer; answers with the one that waited.',
  })
  @Requires('projects:write')
  @Emits('projects.DependencyRemoved')
  taskDependencyRemove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskDependencyRemoveInput, { description: 'Which tasks.' })
    input: TaskDependencyRemoveInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { row, project } = await writableTask(tx, input.to, ['to']);
      if (isEnded(project.phase)) {
        return tx.refuse(violation('PROJECT_CLOSED_READONLY', 'The project is closed.'));
      }
      const { projectId, id: to } = row;
      await tx.run(dependencyGraph, projectId, { type: 'Remove', projectId, from: input.from, to });
      return { task: await tx.row(Task, to) };
    });
  }
}
