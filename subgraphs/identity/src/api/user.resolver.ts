import { foldName } from '@nexus/kit/domain';
import {
  Authenticated,
  ConnectionArgs,
  EmailAddressScalar,
  type GraphContext,
  Requires,
} from '@nexus/kit/graph';
import {
  allOf,
  type Page,
  paginate,
  type ResourceSql,
  type Sql,
  selectRows,
  sql,
  visibleRows,
} from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { MembershipKind } from '../../events.d.ts';
import { canReadMembership } from '../policies/membership.policy.js';
import { canSeeEmail, canSeeUser } from '../policies/user.policy.js';
import { MembershipKindEnum, type MembershipStatus, MembershipStatusEnum } from '../read/enums.js';
import { Membership } from '../read/membership.entity.js';
import { User, UserConnection } from '../read/user.entity.js';
import { UserOrder, userOrder } from './list-orders.js';

const userResource: ResourceSql = {
  userId: { value: sql`t.id` },
  clientId: { value: sql`t.client_ids[1]` },
};

@InputType({ description: 'Which users.' })
export class UserFilter {
  @Field(() => [MembershipKindEnum], { nullable: true, description: 'On one of these sides.' })
  kind?: MembershipKind[] | null;

  @Field(() => [MembershipStatusEnum], {
    nullable: true,
    description: 'In one of these states; ACTIVE unless given.',
  })
  status?: MembershipStatus[] | null;
}

/** A name that begins with the text, or exactly that address. */
function userSearch(search: string | null | undefined): Sql | undefined {
  const start = foldName(search ?? '');
  if (!start) return undefined;
  const email = search?.trim().toLowerCase() ?? '';
  return sql`((t.name_folded >= ${start} AND t.name_folded < ${`${start}\u{10FFFF}`}) OR t.email_folded = ${email})`;
}

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, {
    nullable: true,
    description: 'A user; null where there is none within reach.',
  })
  @Authenticated()
  async user(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The user.' }) id: string,
  ) {
    const row = await ctx.read.row(User, id);
    return row && canSeeUser(ctx.principal, row) ? row : null;
  }

  @Query(() => UserConnection, {
    description: 'The directory, as far as the caller may read it, by name.',
  })
  @Requires('identity:users:read')
  users(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => UserFilter, { nullable: true, description: 'Which ones.' })
    filter?: UserFilter,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Names beginning with this, or an exact e-mail.',
    })
    search?: string,
    @Arg('orderBy', () => [UserOrder], { nullable: true, description: 'In which order.' })
    orderBy?: UserOrder[],
  ): Promise<Page<User>> {
    const where = allOf(
      visibleRows(ctx.principal, 'identity:users:read', userResource),
      filter?.kind ? sql`t.kind = ANY (${filter.kind})` : undefined,
      sql`t.status = ANY (${filter?.status ?? ['ACTIVE']})`,
      userSearch(search),
    );
    return paginate(ctx.read, { entity: User, where, orderBy: userOrder(orderBy), args });
  }

  @FieldResolver(() => EmailAddressScalar, {
    nullable: true,
    description: 'The address; null for whom the caller may not see it of.',
  })
  email(@Root() row: User, @Ctx() ctx: GraphContext): string | null {
    return canSeeEmail(ctx.principal, row) ? row.email : null;
  }

  @FieldResolver(() => [Membership], {
    description: 'The memberships in this tenant that the caller may see.',
  })
  async memberships(@Root() row: User, @Ctx() ctx: GraphContext): Promise<Membership[]> {
    const ids = Object.keys(row.memberships);
    const held = await Promise.all(
      ids.map((id) =>
        ctx.read.load('identity.membership', id, (wanted) =>
          selectRows(ctx.read, Membership, wanted),
        ),
      ),
    );
    return held
      .filter((found) => found !== undefined)
      .filter((found) => canReadMembership(ctx.principal, found));
  }
}
