import { ConnectionArgs, type GraphContext } from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { canDeleteComment, canEditComment } from '../policies/comment.policy.js';
import { TaskComment, TaskCommentConnection } from '../read/comment.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { listBy } from './project.loaders.js';
import { UserRef } from './stubs.js';
import { commentCountOf } from './task.loaders.js';

const OLDEST: OrderTerm<TaskComment> = {
  expression: 't.created_at',
  type: 'timestamptz',
  direction: 'ASC',
  value: ({ createdAt }) => createdAt,
};

/** Asks a policy about a comment that is not deleted. */
async function asked(
  ctx: GraphContext,
  row: TaskComment,
  policy: typeof canEditComment,
): Promise<boolean> {
  if (row.body === null) return false;
  const task = await ctx.read.row(Task, row.taskId);
  const project = task && (await ctx.read.row(Project, task.projectId));
  return project !== undefined && policy(ctx.principal, project, row);
}

@Resolver(() => TaskComment)
export class CommentFieldsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller may change what it says.' })
  viewerCanEdit(@Root() row: TaskComment, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canEditComment);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may take it back.' })
  viewerCanDelete(@Root() row: TaskComment, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canDeleteComment);
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who says it.' })
  author(@Root() { authorId }: TaskComment): UserRef {
    return { id: authorId };
  }

  @FieldResolver(() => [UserRef], { nullable: 'items', description: 'Whom it calls upon.' })
  mentions(@Root() { mentionIds }: TaskComment): UserRef[] {
    return mentionIds.map((id) => ({ id }));
  }

  @FieldResolver(() => TaskComment, { nullable: true, description: 'The comment it answers.' })
  async parent(@Root() { parentId }: TaskComment, @Ctx() ctx: GraphContext) {
    return parentId === null ? null : ((await ctx.read.row(TaskComment, parentId)) ?? null);
  }

  @FieldResolver(() => [TaskComment], {
    description: 'The answers to it, the oldest first; for clients those meant for them.',
  })
  replies(@Root() { id }: TaskComment, @Ctx() ctx: GraphContext): Promise<TaskComment[]> {
    return listBy(ctx, TaskComment, {
      column: 'parent_id',
      key: id,
      rest: 'ORDER BY t.created_at, t.id',
    });
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task it is about.' })
  async task(@Root() { taskId }: TaskComment, @Ctx() ctx: GraphContext): Promise<Task | null> {
    return (await ctx.read.row(Task, taskId)) ?? null;
  }
}

@Resolver(() => Task)
export class TaskCommentsResolver {
  @FieldResolver(() => TaskCommentConnection, {
    description: 'What is said about it, the oldest first; for clients what is meant for them.',
  })
  comments(
    @Root() { id }: Task,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('threads', () => Boolean, {
      defaultValue: false,
      description: 'Only what answers nothing; the answers are its `replies`.',
    })
    threads = false,
  ): Promise<Page<TaskComment>> {
    const where = allOf(
      sql`t.task_id = ${id}`,
      threads
        ? sql`(t.parent_id IS NULL OR NOT EXISTS (SELECT FROM projects.task_comment p
        WHERE p.tenant_id = t.tenant_id AND p.id = t.parent_id))`
        : undefined,
    );
    return paginate(ctx.read, { entity: TaskComment, where, orderBy: [OLDEST], args });
  }

  @FieldResolver(() => Int, {
    description: 'How many comments it has; for clients those meant for them.',
  })
  commentCount(@Root() { id }: Task, @Ctx() ctx: GraphContext): Promise<number> {
    return commentCountOf(ctx, id);
  }
}
