import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { comment } from '../domain/comment.aggregate.js';
import {
  canComment,
  canDeleteComment,
  canEditComment,
  canSayTo,
} from '../policies/comment.policy.js';
import { TaskComment } from '../read/comment.entity.js';
import type { Project } from '../read/project.entity.js';
import { TaskCommentPayload } from './delivery.payloads.js';
import { taskInReach } from './task.access.js';
import {
  TaskCommentAddInput,
  TaskCommentDeleteInput,
  TaskCommentEditInput,
} from './task-parts.inputs.js';

type Written = Promise<Answer<{ comment: TaskComment | undefined }>>;

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

@Resolver()
export class CommentResolver {
  @Mutation(() => TaskCommentPayload, { description: 'Says something about a task.' })
  @Requires('projects:comment')
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
      if (!canSayTo(ctx.principal, visibility)) {
        const message = 'What a client says is read by both sides.';
        return tx.refuse(violation('NOT_ALLOWED', message, { path: ['visibility'] }));
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
  @Requires('projects:comment')
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
  @Requires('projects:comment')
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
}
