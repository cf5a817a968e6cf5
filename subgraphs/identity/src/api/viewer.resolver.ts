import { Anonymous, type GraphContext, Shareable } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Membership } from '../read/membership.entity.js';
import { Tenant } from '../read/tenant.entity.js';
import { User } from '../read/user.entity.js';
import { membershipChoices } from './membership-choices.js';
import { ownTenant } from './own-tenant.js';
import { ownSessions } from './session-list.js';
import { MembershipChoice, Session, Viewer } from './viewer.types.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    description: 'The caller. Somebody who is not signed in has no user and no tenant.',
  })
  @Anonymous()
  @Shareable()
  viewer(@Ctx() { principal }: GraphContext): Viewer {
    return { roles: [...principal.roles], scopes: [...principal.scopes] };
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'The caller as a person; null when not signed in.',
  })
  async user(@Ctx() ctx: GraphContext): Promise<User | null> {
    if (ctx.principal.type !== 'user') return null;
    return (await ctx.read.row(User, ctx.principal.subject)) ?? null;
  }

  @FieldResolver(() => Tenant, {
    nullable: true,
    description: 'The tenant acted in; null when not signed in.',
  })
  tenant(@Ctx() ctx: GraphContext): Promise<Tenant | null> {
    return ownTenant(ctx);
  }

  @FieldResolver(() => Membership, {
    nullable: true,
    description: 'The membership through which the caller acts.',
  })
  async membership(@Ctx() ctx: GraphContext): Promise<Membership | null> {
    const { membershipId } = ctx.principal;
    return (membershipId && (await ctx.read.row(Membership, membershipId))) || null;
  }

  @FieldResolver(() => [MembershipChoice], {
    description:
      'The memberships that the caller can act through, in all tenants; the one used last first.',
  })
  memberships(@Ctx() ctx: GraphContext): Promise<MembershipChoice[]> {
    return membershipChoices(ctx);
  }

  @FieldResolver(() => [Session], { description: 'Where the caller is signed in; at most 20.' })
  sessions(@Ctx() ctx: GraphContext): Promise<Session[]> {
    return ownSessions(ctx);
  }
}
