import { encodeId } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import { activeLinks } from '../guards/membership-link.guard.js';
import type { MembershipChoice } from './viewer.types.js';

/** What the account's owner may choose from; nothing for anybody else. */
export function membershipChoices(ctx: GraphContext): Promise<MembershipChoice[]> {
  const { type, subject, membershipId } = ctx.principal;
  if (type !== 'user') return Promise.resolve([]);
  return readPlatform(ctx.runtime, async (tx) => {
    const links = await activeLinks(tx, subject);
    const tenants = await tx.sql<{ id: string; name: string }>(
      'SELECT id, name FROM identity.tenant_entry WHERE id = ANY ($1)',
      [links.map(({ tenantId }) => encodeId('Tenant', tenantId))],
    );
    const names = new Map(tenants.map(({ id, name }) => [id, name]));
    return links.map(({ id, tenantId, kind, roles }) => ({
      id,
      kind,
      roles: [...roles],
      tenantName: names.get(encodeId('Tenant', tenantId)) ?? '',
      current: id === membershipId,
    }));
  });
}
