import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canManageMembership } from '../policies/membership.policy.js';
import { Invitation } from '../read/invitation.entity.js';
import { Tenant } from '../read/tenant.entity.js';
import { User } from '../read/user.entity.js';

const isOpen = ({ status }: Invitation): boolean => status === 'OPEN';

@Resolver(() => Invitation)
export class InvitationFieldsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether it waits in vain: open, and past its time. Sent again, it is good again.',
  })
  isExpired(@Root() row: Invitation, @Ctx() { now }: GraphContext): boolean {
    return isOpen(row) && row.expiresAt <= now;
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who invites; null where it was no person, or before this was kept.',
  })
  async invitedBy(@Root() { invitedById }: Invitation, @Ctx() ctx: GraphContext) {
    return invitedById ? ((await ctx.read.row(User, invitedById)) ?? null) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may send it again.' })
  viewerCanResend(@Root() row: Invitation, @Ctx() { principal }: GraphContext): boolean {
    return isOpen(row) && canManageMembership(principal, { clientId: row.clientId });
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may take it back.' })
  viewerCanRevoke(@Root() row: Invitation, @Ctx() { principal }: GraphContext): boolean {
    return isOpen(row) && canManageMembership(principal, { clientId: row.clientId });
  }
}

@Resolver(() => Tenant)
export class InvitingResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller may invite people to it.' })
  viewerCanInvite(@Root() _: Tenant, @Ctx() { principal }: GraphContext): boolean {
    return canManageMembership(principal, { clientId: null });
  }
}
