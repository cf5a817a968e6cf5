import { violation } from '@nexus/kit/domain';
import {
  type Answer,
  ConnectionArgs,
  DateTimeScalar,
  Emits,
  type GraphContext,
  MutationInput,
  mutate,
  Payload,
  Requires,
} from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { mentionReading } from '../domain/mention-reading.aggregate.js';
import { TaskComment } from '../read/comment.entity.js';
import { Mention, MentionConnection } from '../read/mention.entity.js';
import { MentionMark } from '../read/mention-mark.entity.js';
import { countUnread, listMentions } from './mention.list.js';
import { UserRef } from './stubs.js';
import { ViewerRef } from './viewer.resolver.js';

@InputType({ description: 'Marks mentions of the caller as read.' })
export class MentionsMarkReadInput extends MutationInput {
  @Field(() => DateTimeScalar, {
    description: 'The `at` of the newest one that was seen: it and all older ones are read.',
  })
  upTo!: Date;
}

@ObjectType({ description: 'Mentions that were marked as read.' })
export class MentionsPayload extends Payload {}

@Resolver(() => MentionsPayload)
export class MentionsPayloadResolver {
  @FieldResolver(() => Int, { description: 'How many mentions are unread now.' })
  unreadMentionCount(@Ctx() ctx: GraphContext): Promise<number> {
    return countUnread(ctx);
  }
}

@Resolver(() => ViewerRef)
export class ViewerMentionsResolver {
  @FieldResolver(() => MentionConnection, {
    description: 'The comments that call upon the caller, the newest first.',
  })
  mentions(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only those not yet read.' })
    unread = false,
  ): Promise<Page<Mention>> {
    return listMentions(ctx, args, unread);
  }

  @FieldResolver(() => Int, { description: 'How many of the mentions are not read yet.' })
  unreadMentionCount(@Ctx() ctx: GraphContext): Promise<number> {
    return countUnread(ctx);
  }
}

@Resolver(() => Mention)
export class MentionResolver {
  @Mutation(() => MentionsPayload, { description: 'Says that the caller has seen mentions.' })
  @Requires('projects:read')
  @Emits('projects.MentionsRead')
  mentionsMarkRead(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MentionsMarkReadInput, { description: 'Up to which.' })
    input: MentionsMarkReadInput,
  ): Promise<Answer<object>> {
    return mutate(ctx, input, async (tx) => {
      const { kind, subject: userId } = ctx.principal;
      if (kind === 'CLIENT') {
        tx.refuse(violation('NOT_ALLOWED', 'Only members of projects are called upon.'));
      }
      const [newest] = await tx.sql<{ at: Date | null }>(
        'SELECT max(at) AS at FROM projects.mention WHERE user_id = $1 AND at <= $2',
        [userId, input.upTo],
      );
      // Without a mention there is nothing to read, and nothing to write down.
      if (!newest?.at) return {};
      const upTo = newest.at.toISOString();
      await tx.run(mentionReading, userId, { type: 'Read', userId, upTo });
      return {};
    });
  }

  @FieldResolver(() => ID, {
    description: 'The id of the comment, as one is called upon once by it.',
  })
  id(@Root() { commentId }: Mention): string {
    return commentId;
  }

  @FieldResolver(() => TaskComment, { nullable: true, description: 'The comment.' })
  async comment(@Root() { commentId }: Mention, @Ctx() { read }: GraphContext) {
    return (await read.row(TaskComment, commentId)) ?? null;
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who calls.' })
  by(@Root() { byId }: Mention): UserRef {
    return { id: byId };
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller has not read it yet.' })
  async isUnread(@Root() { userId, at }: Mention, @Ctx() { read }: GraphContext): Promise<boolean> {
    const mark = await read.row(MentionMark, userId);
    return mark === undefined || at > mark.upTo;
  }
}
