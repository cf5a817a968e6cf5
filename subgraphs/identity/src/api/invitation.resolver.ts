import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  Anonymous,
  type Answer,
  ConnectionArgs,
  Emits,
  type GraphContext,
  mutate,
  Payload,
  Requires,
} from '@nexus/kit/graph';
import { allOf, type Page, paginate, sql, visibleRows } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { acceptInvitation } from '../ceremonies/join.js';
import type { IssuedSession } from '../ceremonies/open-session.js';
import { grantorOf, invite, resendInvitation, revokeInvitation } from '../guards/invite.js';
import { canManageMembership } from '../policies/membership.policy.js';
import { ClientOrg } from '../read/client-org.entity.js';
import { Invitation, InvitationConnection } from '../read/invitation.entity.js';
import { answerCeremony } from './ceremony-answer.js';
import { ClientRef } from './client.stub.js';
import {
  InvitationAcceptInput,
  InvitationFilter,
  InvitationResendInput,
  InvitationRevokeInput,
  MemberInviteInput,
} from './invitation.inputs.js';
import { newestInvitations } from './list-orders.js';
import { invitationResource, managedInvitation } from './membership.access.js';
import { SessionTokens } from './session.types.js';

@ObjectType({ description: 'An invitation that was written.' })
export class InvitationPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation, where it was done.' })
  invitation?: Invitation;
}

@ObjectType({ description: 'A membership that has begun.' })
export class InvitationAcceptPayload extends Payload {
  @Field(() => SessionTokens, {
    nullable: true,
    description: 'A session in the tenant that was joined.',
  })
  session?: SessionTokens;
}

type Written = Promise<Answer<{ invitation: Invitation | undefined }>>;

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'The invitations within reach, newest first.' })
  @Requires('identity:users:write')
  invitations(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => InvitationFilter, { nullable: true, description: 'Which ones.' })
    filter?: InvitationFilter,
  ): Promise<Page<Invitation>> {
    const where = allOf(
      visibleRows(ctx.principal, 'identity:users:write', invitationResource),
      filter?.status ? sql`t.status = ANY (${filter.status})` : undefined,
      filter?.isExpired == null
        ? undefined
        : sql`(t.status = 'OPEN' AND t.expires_at <= ${ctx.now}) = ${filter.isExpired}`,
    );
    return paginate(ctx.read, { entity: Invitation, where, orderBy: newestInvitations, args });
  }

  @Mutation(() => InvitationPayload, {
    description: 'Invites somebody by mail to join the tenant.',
  })
  @Requires('identity:users:write')
  @Emits('identity.InvitationSent')
  async memberInvite(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MemberInviteInput, { description: 'What the mutation needs.' })
    input: MemberInviteInput,
  ): Written {
    const { email, name, roles, kind, clientId = null } = input;
    if (clientId)
      await ctx.reference('identity.client_org', () => ctx.read.row(ClientOrg, clientId));
    return mutate(ctx, input, async (tx) => {
      if (!canManageMembership(ctx.principal, { clientId })) {
        tx.refuse(violation('NOT_ALLOWED', 'You may not invite this person.'));
      }
      if (clientId) await requireClient(tx, clientId);
      const wish = { email, name, roles, kind, clientId, contactId: null };
      const id = await invite(tx, wish, grantorOf(ctx.principal));
      if (!id) {
        return tx.refuse(
          violation('MEMBER_EXISTS', 'This person is a member or invited already.', {
            path: ['email'],
          }),
        );
      }
      return { invitation: await tx.row(Invitation, id) };
    });
  }

  @Mutation(() => InvitationPayload, {
    description: 'Sends an open invitation again; the earlier token is worthless.',
  })
  @Requires('identity:users:write')
  @Emits('identity.InvitationResent')
  invitationResend(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => InvitationResendInput, { description: 'What the mutation needs.' })
    input: InvitationResendInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedInvitation(tx, input.id);
      await resendInvitation(tx, id);
      return { invitation: await tx.row(Invitation, id) };
    });
  }

  @Mutation(() => InvitationPayload, { description: 'Takes an open invitation back.' })
  @Requires('identity:users:write')
  @Emits('identity.InvitationRevoked')
  invitationRevoke(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => InvitationRevokeInput, { description: 'What the mutation needs.' })
    input: InvitationRevokeInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedInvitation(tx, input.id);
      await revokeInvitation(tx, id);
      return { invitation: await tx.row(Invitation, id) };
    });
  }

  @Mutation(() => InvitationAcceptPayload, {
    description: 'Accepts an invitation by its token, and signs in.',
  })
  @Anonymous()
  @Emits(
    'identity.UserRegistered',
    'identity.InvitationAccepted',
    'identity.UserActivated',
    'identity.SessionStarted',
  )
  invitationAccept(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => InvitationAcceptInput, { description: 'What the mutation needs.' })
    input: InvitationAcceptInput,
  ): Promise<Answer<{ session: IssuedSession }>> {
    return answerCeremony(ctx, async () => ({
      session: await acceptInvitation(ctx.runtime, ctx, { ...input, ip: ctx.ip }),
    }));
  }

  @FieldResolver(() => ClientRef, {
    nullable: true,
    description: 'The client that a CLIENT member will belong to.',
  })
  client(@Root() { clientId }: Invitation): ClientRef | null {
    return clientId ? { id: clientId } : null;
  }
}

async function requireClient(tx: WriteSession, clientId: string): Promise<void> {
  const client = await tx.row(ClientOrg, clientId);
  if (!client)
    tx.refuse(violation('REFERENCE_UNKNOWN', 'There is no such client.', { path: ['clientId'] }));
  if (client.archived)
    tx.refuse(violation('REFERENCE_ARCHIVED', 'This client is archived.', { path: ['clientId'] }));
}
