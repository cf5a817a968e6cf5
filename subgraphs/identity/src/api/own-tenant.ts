import { encodeId } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Tenant } from '../read/tenant.entity.js';

/** The tenant of the caller's credentials; null for somebody who has none. */
export async function ownTenant(ctx: GraphContext): Promise<Tenant | null> {
  if (ctx.principal.type === 'anonymous') return null;
  return (await ctx.read.row(Tenant, encodeId('Tenant', ctx.tenantId))) ?? null;
}
