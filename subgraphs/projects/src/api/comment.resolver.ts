import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  ConnectionArgs,
  Emits,
  type GraphContext,
  mutate,
  Requires,
} from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { comment } from '../domain/comment.aggregate.js';
import { canComment, canDeleteComment, canEditComment } from '../policies/comment.policy.js';
import { TaskComment, TaskCommentConnection } from '../read/comment.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { TaskCommentPayload } from './delivery.payloads.js';
import { listBy } from './project.loaders.js';
import { UserRef } from './stubs.js';
import { taskInReach } from './task.access.js';
import { commentCountOf } from './task.loaders.js';
import {
  TaskCommentAddInput,
  TaskCommentDeleteInput,
  TaskCommentEditInput,
} from './task-parts.inputs.js';

type Written = Promise<Answer<{ comment: TaskComment | undefined }>>;

const OLDEST: OrderTerm<TaskComment> = {
  expression: 't.created_at',
  type: 'timestamptz',
  direction: 'ASC',
  value: ({ createdAt }) => createdAt,
};

/** Only members of the project are called upon. */
function checkMentions(tx: WriteSession, { memberIds }: Project, ids: readonly string[]): void {
  const strangers = ids.filter((id) => !memberIds.includes(id));
  if (strangers.length === 0) return;
  const message = 'Only members of the project can be mentioned.';
  tx.refuse(violation('MENTION_NOT_ALLOWED', message, { path: ['mentionIds'] }));
}

/** A comment that the caller may see, with its project. */
async function commentInReach(tx: WriteSession, id: string, path: readonly string[]) {
  const row = await tx.row(TaskComment, id);
  if (!row) return tx.refuse(violation('NOT_FOUND', 'There is no such comment.', { path }));
  const { project } = await taskInReach(tx, row.taskId, path);
  return { row, project };
}

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
export class CommentResolver {
  @Mutation(() => TaskCommentPayload, { description: 'Says something about a task.' })
  @Requires('projects:write')
  @Emits('projects.CommentAdded', 'projects.UserMentioned')
  taskCommentAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskCommentAddInput, { description: 'The comment.' })
    input: TaskCommentAddInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { taskId, body, visibility, parentId, mentionIds } = input;
      const { row, project } = await taskInReach(tx, taskId, ['taskId']);
      if (!canComment(ctx.principal, project)) {
        return tx.refuse(violation('NOT_ALLOWED', 'You may not comment here.'));
      }
      const mentions = mentionIds ?? [];
      checkMentions(tx, project, mentions);
      const answered = parentId == null ? null : await commentInReach(tx, parentId, ['parentId']);
      if (answered && answered.row.taskId !== taskId) {
        const message = 'The answer is about another task.';
        return tx.refuse(violation('REFERENCE_UNKNOWN', message, { path: ['parentId'] }));
      }
      const commentId = ctx.newId('TaskComment');
      await tx.run(comment, commentId, {
        type: 'Add',
        commentId,
        taskId,
        projectId: row.projectId,
        clientId: row.clientId,
        authorId: ctx.principal.subject,
        body,
        visibility,
        parent: answered && { id: answered.row.id, parentId: answered.row.parentId },
        mentions,
      });
      return { comment: await tx.row(TaskComment, commentId) };
    });
  }

  @Mutation(() => TaskCommentPayload, {
    description: 'Changes what one has said; marked as changed after 15 minutes.',
  })
  @Requires('projects:write')
  @Emits('projects.CommentEdited', 'projects.UserMentioned')
  taskCommentEdit(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskCommentEditInput, { description: 'Which, and what it says now.' })
    input: TaskCommentEditInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, body, mentionIds } = input;
      const { row, project } = await commentInReach(tx, id, ['id']);
      if (!canEditComment(ctx.principal, project, row)) {
        return tx.refuse(violation('NOT_ALLOWED', 'Only its author may change a comment.'));
      }
      const mentions = mentionIds ?? row.mentionIds;
      checkMentions(tx, project, mentionIds ?? []);
      await tx.run(comment, id, { type: 'Edit', body, mentions });
      return { comment: await tx.row(TaskComment, id) };
    });
  }

  @Mutation(() => TaskCommentPayload, { description: 'Takes a comment back; answers to it stay.' })
  @Requires('projects:write')
  @Emits('projects.CommentDeleted')
  taskCommentDelete(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TaskCommentDeleteInput, { description: 'Which one.' })
    input: TaskCommentDeleteInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { row, project } = await commentInReach(tx, input.id, ['id']);
      if (!canDeleteComment(ctx.principal, project, row)) {
        return tx.refuse(violation('NOT_ALLOWED', 'You may not delete this comment.'));
      }
      await tx.run(comment, row.id, { type: 'Delete' });
      return { comment: await tx.row(TaskComment, row.id) };
    });
  }

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
