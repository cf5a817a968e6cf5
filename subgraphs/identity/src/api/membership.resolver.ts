import { violation } from '@nexus/kit/domain';
import {
  type Answer,
  Authenticated,
  ConnectionArgs,
  Emits,
  filterSql,
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
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { membership } from '../domain/membership.aggregate.js';
import { grantorOf } from '../guards/invite.js';
import { changeRoles, deactivate, reactivate } from '../guards/member-status.js';
import {
  canManageMembership,
  canReadMembership,
  canRenameMember,
} from '../policies/membership.policy.js';
import { Membership, MembershipConnection } from '../read/membership.entity.js';
import { User } from '../read/user.entity.js';
import { ClientRef } from './client.stub.js';
import { byJoining } from './list-orders.js';
import { managedMembership, membershipResource } from './membership.access.js';
import {
  MembershipChangeRolesInput,
  MembershipDeactivateInput,
  MembershipFilter,
  MembershipReactivateInput,
  MembershipRenameInput,
} from './membership.inputs.js';

@ObjectType({ description: 'A membership that was changed.' })
export class MembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The membership, where it was done.' })
  membership?: Membership;
}

type Written = Promise<Answer<{ membership: Membership | undefined }>>;

@Resolver(() => Membership)
export class MembershipResolver {
  @Query(() => Membership, {
    nullable: true,
    description: 'A membership; null where there is none within reach.',
  })
  @Requires('identity:users:read')
  async membership(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The membership.' }) id: string,
  ) {
    const row = await ctx.read.row(Membership, id);
    return row && canReadMembership(ctx.principal, row) ? row : null;
  }

  @Query(() => MembershipConnection, { description: 'The memberships within reach, oldest first.' })
  @Requires('identity:users:read')
  memberships(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => MembershipFilter, { nullable: true, description: 'Which ones.' })
    filter?: MembershipFilter,
  ): Promise<Page<Membership>> {
    const where = allOf(
      visibleRows(ctx.principal, 'identity:users:read', membershipResource),
      filter?.kind ? sql`t.kind = ANY (${filter.kind})` : undefined,
      filter?.status ? sql`t.status = ANY (${filter.status})` : undefined,
      ...filterSql(sql`t.user_id`, filter?.userId),
      ...filterSql(sql`t.client_id`, filter?.clientId),
    );
    return paginate(ctx.read, { entity: Membership, where, orderBy: byJoining, args });
  }

  @Mutation(() => MembershipPayload, {
    description: 'Gives a member other roles; their rights change at once.',
  })
  @Requires('identity:users:write')
  @Emits('identity.UserRolesChanged')
  membershipChangeRoles(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MembershipChangeRolesInput, { description: 'What the mutation needs.' })
    input: MembershipChangeRolesInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedMembership(tx, input.id);
      await changeRoles(tx, id, input, grantorOf(ctx.principal));
      return { membership: await tx.row(Membership, id) };
    });
  }

  @Mutation(() => MembershipPayload, {
    description: 'Shuts a member out; their sessions end within a second.',
  })
  @Requires('identity:users:write')
  @Emits('identity.UserDeactivated', 'identity.SessionEnded')
  membershipDeactivate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MembershipDeactivateInput, { description: 'What the mutation needs.' })
    input: MembershipDeactivateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedMembership(tx, input.id);
      if (input.reassignToUserId && !(await tx.row(User, input.reassignToUserId))) {
        tx.refuse(
          violation('REFERENCE_UNKNOWN', 'There is no such user.', { path: ['reassignToUserId'] }),
        );
      }
      await deactivate(tx, id, input, grantorOf(ctx.principal));
      return { membership: await tx.row(Membership, id) };
    });
  }

  @Mutation(() => MembershipPayload, { description: 'Lets a suspended member in again.' })
  @Requires('identity:users:write')
  @Emits('identity.UserActivated')
  membershipReactivate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MembershipReactivateInput, { description: 'What the mutation needs.' })
    input: MembershipReactivateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedMembership(tx, input.id);
      await reactivate(tx, id, grantorOf(ctx.principal));
      return { membership: await tx.row(Membership, id) };
    });
  }

  @Mutation(() => MembershipPayload, {
    description:
      'Changes the name that a member goes by in this tenant; everybody may change their own.',
  })
  @Authenticated()
  @Emits('identity.UserProfileUpdated')
  membershipRename(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MembershipRenameInput, { description: 'What the mutation needs.' })
    input: MembershipRenameInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id } = await managedMembership(tx, input.id, canRenameMember);
      await tx.run(membership, id, { type: 'Rename', name: input.name });
      return { membership: await tx.row(Membership, id) };
    });
  }

  @FieldResolver(() => User, { nullable: true, description: 'The person.' })
  async user(@Root() { userId }: Membership, @Ctx() ctx: GraphContext): Promise<User | null> {
    return (await ctx.read.row(User, userId)) ?? null;
  }

  @FieldResolver(() => ClientRef, {
    nullable: true,
    description: 'The client that a CLIENT member belongs to.',
  })
  client(@Root() { clientId }: Membership): ClientRef | null {
    return clientId ? { id: clientId } : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change it.' })
  viewerCanManage(@Root() row: Membership, @Ctx() ctx: GraphContext): boolean {
    return canManageMembership(ctx.principal, row);
  }
}
