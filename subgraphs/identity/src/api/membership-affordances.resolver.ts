import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canManageMembership, canRenameMember } from '../policies/membership.policy.js';
import { Membership } from '../read/membership.entity.js';

/** What a portal shows buttons for: the policy, and whether the state allows it. Rules may still refuse. */
@Resolver(() => Membership)
export class MembershipAffordancesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller may change the name it shows.' })
  viewerCanRename(@Root() row: Membership, @Ctx() { principal }: GraphContext): boolean {
    return canRenameMember(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may give it other roles.' })
  viewerCanChangeRoles(@Root() row: Membership, @Ctx() { principal }: GraphContext): boolean {
    return row.status === 'ACTIVE' && canManageMembership(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may shut the member out.' })
  viewerCanDeactivate(@Root() row: Membership, @Ctx() { principal }: GraphContext): boolean {
    return row.status !== 'REMOVED' && canManageMembership(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may let the member in again.' })
  viewerCanReactivate(@Root() row: Membership, @Ctx() { principal }: GraphContext): boolean {
    return row.status === 'SUSPENDED' && canManageMembership(principal, row);
  }
}
