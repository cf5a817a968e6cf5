import { PLATFORM_TENANT, type TenantId } from '@nexus/kit/domain';
import type { SqlRunner, WriteSession } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import type { MembershipKind } from '../../events.d.ts';
import { membership } from '../domain/membership.aggregate.js';
import { withPlatformRows } from './platform.js';

/** Which memberships an account has, in whichever tenant: rows of the platform, written with the membership's event. */
export const membershipLinkTable = guardTable({
  schema: 'identity',
  name: 'membership_link',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    member_tenant uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('STAFF', 'CLIENT', 'OPERATOR')),
    client_id text COLLATE "C",
    roles text[] NOT NULL,
    active boolean NOT NULL,
    used_at timestamptz NOT NULL`,
  indexes: ['(tenant_id, user_id)'],
});

export interface MembershipLink {
  readonly id: string;
  readonly userId: string;
  readonly tenantId: TenantId;
  readonly kind: MembershipKind;
  readonly clientId: string | null;
  readonly roles: readonly string[];
}

/** As columns of `identity.membership_link l`. */
export const LINK_COLUMNS = `l.id, l.user_id AS "userId", l.member_tenant AS "tenantId", l.kind,
  l.client_id AS "clientId", l.roles`;

/** The memberships through which an account may act now, the one used last first. */
export function activeLinks(tx: SqlRunner, userId: string): Promise<MembershipLink[]> {
  return tx.sql<MembershipLink>(
    `SELECT ${LINK_COLUMNS} FROM identity.membership_link l WHERE l.user_id = $1 AND l.active
     ORDER BY l.used_at DESC, l.id`,
    [userId],
  );
}

/** Brings the platform's row to the membership's state, in the transaction that has changed it. */
export async function linkMembership(tx: WriteSession, membershipId: string): Promise<void> {
  const { state } = await tx.load(membership, membershipId);
  if (state.status === 'ABSENT') return;
  const { tenantId, now } = tx.ctx;
  const { userId, kind, clientId, roles, status } = state;
  await withPlatformRows(tx, () =>
    tx.sql(
      `INSERT INTO identity.membership_link (tenant_id, id, user_id, member_tenant, kind, client_id, roles, active, used_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (tenant_id, id) DO UPDATE SET roles = EXCLUDED.roles, active = EXCLUDED.active`,
      [
        PLATFORM_TENANT,
        membershipId,
        userId,
        tenantId,
        kind,
        clientId,
        [...roles],
        status === 'ACTIVE',
        now,
      ],
    ),
  );
}
