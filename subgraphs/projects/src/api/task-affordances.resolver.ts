import type { Principal } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canComment } from '../policies/comment.policy.js';
import { mayTask, type TaskAction } from '../policies/task-actions.policy.js';
import { canStartTime } from '../policies/time-entry.policy.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';

/** Asks a policy about the project of a task; without it within reach the answer is no. */
async function ofProject(
  ctx: GraphContext,
  { projectId }: Task,
  policy: (principal: Principal, project: Project) => boolean,
): Promise<boolean> {
  const project = await ctx.read.row(Project, projectId);
  return project !== undefined && policy(ctx.principal, project);
}

function asked(ctx: GraphContext, row: Task, action: TaskAction): Promise<boolean> {
  const { archived, completedAt, blockedReason } = row;
  const standing = { archived, completed: completedAt !== null, blocked: blockedReason !== null };
  return ofProject(ctx, row, (principal, project) => mayTask(principal, action, project, standing));
}

/** What the caller could do with a task now, by the policies that the mutations ask. */
@Resolver(() => Task)
export class TaskAffordancesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller could change it now.' })
  viewerCanUpdate(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'update');
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller could move its card now; limits and predecessors may still stand against it.',
  })
  viewerCanMove(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'move');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could set who works on it now.',
  })
  viewerCanAssign(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'assign');
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller could complete it now; parts and predecessors may still stand against it.',
  })
  viewerCanComplete(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'complete');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could open it again now.' })
  viewerCanReopen(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'reopen');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could say now that it cannot go on.',
  })
  viewerCanBlock(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'block');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could say now that it can go on.',
  })
  viewerCanUnblock(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'unblock');
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could take it off the board now.',
  })
  viewerCanArchive(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'archive');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could bring it back now.' })
  viewerCanRestore(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, 'restore');
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may speak about it.' })
  viewerCanComment(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return ofProject(ctx, row, canComment);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could write down time of today for it.',
  })
  viewerCanLogTime(@Root() row: Task, @Ctx() ctx: GraphContext): Promise<boolean> {
    return ofProject(ctx, row, canStartTime);
  }
}
