import {
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
  Requires,
} from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { TaskComment } from '../read/comment.entity.js';
import { Mention, mentionId } from '../read/mention.entity.js';
import { beginLive } from './live.begin.js';
import { visibleTask } from './task.access.js';

export const TaskCommentEvent = LiveEvent(
  'TaskCommentEvent',
  TaskComment,
  'Something was said about a task, changed or taken back.',
);
export const MentionEvent = LiveEvent('MentionEvent', Mention, 'A comment calls upon the caller.');

type CommentValue = LiveEventValue<TaskComment | null>;
type MentionValue = LiveEventValue<Mention | null>;
interface CommentArgs {
  readonly taskId: string;
  readonly after?: string | null;
}

const COMMENT_TYPES = ['CommentAdded', 'CommentEdited', 'CommentDeleted'].map(
  (name) => `projects.${name}`,
);

async function* commentChanges(ctx: GraphContext, { taskId, after }: CommentArgs) {
  await beginLive(ctx, () => visibleTask(ctx, taskId), 'task');
  yield* live<TaskComment>(ctx, {
    types: COMMENT_TYPES,
    of: { taskId },
    after,
    // The row policy hides an internal comment from a client's user: it is absent, and the event is dropped.
    node: async ({ data }, fresh) =>
      (await visibleTask(fresh, taskId)) && fresh.read.row(TaskComment, String(data.commentId)),
  });
}

@Resolver()
export class CommentLiveResolver {
  @Subscription(() => TaskCommentEvent, {
    description:
      'What is said about a task: `CommentAdded`, `CommentEdited`, `CommentDeleted`. To clients what is meant for them.',
    subscribe: ({ context, args }) =>
      commentChanges(context as GraphContext, args as unknown as CommentArgs),
  })
  @Requires('projects:read')
  taskCommentChanged(
    @Root() event: CommentValue,
    @Arg('taskId', () => ID, { description: 'The task.' }) _taskId: string,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): CommentValue {
    return event;
  }

  @Subscription(() => MentionEvent, {
    description: 'A comment calls upon the caller.',
    subscribe: ({ context, args }) => {
      const ctx = context as GraphContext;
      const userId = ctx.principal.subject;
      return live<Mention>(ctx, {
        types: ['projects.UserMentioned'],
        of: { userId },
        after: (args as { after?: string | null }).after,
        node: async ({ data }, fresh) =>
          (await visibleTask(fresh, String(data.taskId))) &&
          fresh.read.row(Mention, mentionId(String(data.commentId), userId)),
      });
    },
  })
  @Requires('projects:read')
  viewerMentioned(
    @Root() event: MentionValue,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): MentionValue {
    return event;
  }
}
