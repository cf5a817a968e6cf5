import { Authenticated, ConnectionArgs, type GraphContext, Requires } from '@nexus/kit/graph';
import { type Page, paginate, sql } from '@nexus/kit/read';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Tenant } from '../read/tenant.entity.js';
import { TenantEntry, TenantEntryConnection } from '../read/tenant-entry.entity.js';
import { oldestTenants } from './list-orders.js';
import { ownTenant } from './own-tenant.js';

@Resolver()
export class TenantResolver {
  @Query(() => Tenant, { nullable: true, description: 'The tenant of the caller.' })
  @Authenticated()
  tenant(@Ctx() ctx: GraphContext): Promise<Tenant | null> {
    return ownTenant(ctx);
  }

  @Query(() => TenantEntryConnection, {
    description: 'All tenants, for the operator, oldest first.',
  })
  @Requires('identity:tenants:read')
  tenants(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<TenantEntry>> {
    return paginate(ctx.read, {
      entity: TenantEntry,
      where: sql`true`,
      orderBy: oldestTenants,
      args,
    });
  }
}
