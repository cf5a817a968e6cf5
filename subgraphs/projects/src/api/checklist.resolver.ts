import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { task } from '../domain/task.aggregate.js';
import type { ChecklistCommand } from '../domain/task.checklist.js';
import { Task } from '../read/task.entity.js';
import { TaskPayload } from './delivery.payloads.js';
import { taskProject, writableTask } from './task.access.js';
import {
  ChecklistItemAddInput,
  ChecklistItemRemoveInput,
  ChecklistItemToggleInput,
} from './task-parts.inputs.js';

type Written = Promise<Answer<{ task: Task | undefined }>>;
/** A checklist command before the project is known. */
type Wanted = ChecklistCommand extends infer Command
  ? Command extends ChecklistCommand
    ? Omit<Command, 'project'>
    : never
  : never;

async function onChecklist(tx: WriteSession, taskId: string, wanted: Wanted) {
  const { project } = await writableTask(tx, taskId, ['taskId']);
  await tx.run(task, taskId, { ...wanted, project: taskProject(project) });
  return { task: await tx.row(Task, taskId) };
}

@Resolver()
export class ChecklistResolver {
  @Mutation(() => TaskPayload, { description: 'Adds a tick box to a task.' })
  @Requires('projects:write')
  @Emits('projects.ChecklistItemAdded')
  checklistItemAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ChecklistItemAddInput, { description: 'The item.' })
    input: ChecklistItemAddInput,
  ): Written {
    const { taskId, text, afterId = null } = input;
    const itemId = ctx.newId('ChecklistItem');
    return mutate(ctx, input, (tx) =>
      onChecklist(tx, taskId, { type: 'AddChecklistItem', itemId, text, afterId }),
    );
  }

  @Mutation(() => TaskPayload, { description: 'Ticks an item, or takes the tick away.' })
  @Requires('projects:write')
  @Emits('projects.ChecklistItemChecked', 'projects.ChecklistItemUnchecked')
  checklistItemToggle(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ChecklistItemToggleInput, { description: 'Which item, and how.' })
    input: ChecklistItemToggleInput,
  ): Written {
    const { taskId, itemId, checked } = input;
    return mutate(ctx, input, (tx) =>
      onChecklist(tx, taskId, { type: 'ToggleChecklistItem', itemId, checked }),
    );
  }

  @Mutation(() => TaskPayload, { description: 'Removes an item of a checklist.' })
  @Requires('projects:write')
  @Emits('projects.ChecklistItemRemoved')
  checklistItemRemove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ChecklistItemRemoveInput, { description: 'Which item.' })
    input: ChecklistItemRemoveInput,
  ): Written {
    const { taskId, itemId } = input;
    return mutate(ctx, input, (tx) =>
      onChecklist(tx, taskId, { type: 'RemoveChecklistItem', itemId }),
    );
  }
}
