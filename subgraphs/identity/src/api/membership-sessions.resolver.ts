import { violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import { type Answer, Authenticated, Emits, type GraphContext } from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { endMemberSessions } from '../ceremonies/sign-out.js';
import { canEndSessions, canReadMembership } from '../policies/membership.policy.js';
import { Membership } from '../read/membership.entity.js';
import { answerCeremony } from './ceremony-answer.js';
import { MembershipEndSessionsInput } from './membership.inputs.js';
import { SessionEndPayload } from './session.types.js';
import { sessionsThrough } from './session-list.js';
import { Session } from './viewer.types.js';

@Resolver(() => Membership)
export class MembershipSessionsResolver {
  @FieldResolver(() => [Session], {
    nullable: true,
    description:
      'Where the member is signed in through it, for the member and for who may end it; null for others.',
  })
  sessions(@Root() row: Membership, @Ctx() ctx: GraphContext): Promise<Session[]> | null {
    return canEndSessions(ctx.principal, row) ? sessionsThrough(ctx, row.id) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may see where the member is signed in, and end it.',
  })
  viewerCanEndSessions(@Root() row: Membership, @Ctx() { principal }: GraphContext): boolean {
    return canEndSessions(principal, row);
  }

  @Mutation(() => SessionEndPayload, {
    description: 'Ends a session of a member, or all of them but the one that asks.',
  })
  @Authenticated()
  @Emits('identity.SessionEnded')
  membershipEndSessions(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MembershipEndSessionsInput, { description: 'What the mutation needs.' })
    { id, sessionId }: MembershipEndSessionsInput,
  ): Promise<Answer<{ ended: number }>> {
    return answerCeremony(ctx, async () => {
      await requireEndable(ctx, id);
      return { ended: await endMemberSessions(ctx.runtime, ctx, id, sessionId) };
    });
  }
}

/** Absent and out of reach are the same answer. */
async function requireEndable(ctx: GraphContext, id: string): Promise<void> {
  const row = await ctx.read.row(Membership, id);
  await ctx.read.release();
  if (!row || !canReadMembership(ctx.principal, row)) {
    throw new Refusal([violation('NOT_FOUND', 'There is no such membership.', { path: ['id'] })]);
  }
  if (!canEndSessions(ctx.principal, row)) {
    throw new Refusal([violation('NOT_ALLOWED', 'You may not end sessions of this member.')]);
  }
}
