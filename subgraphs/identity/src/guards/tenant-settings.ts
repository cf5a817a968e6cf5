import { encodeId, violation } from '@nexus/kit/domain';
import type { SqlRunner, WriteSession } from '@nexus/kit/events';
import { passwordMinLength, type SettingValues } from '../domain/setting-values.js';
import { tenant } from '../domain/tenant.aggregate.js';
import { type SettingChange, tenantSettings } from '../domain/tenant-settings.aggregate.js';
import { activeLinks } from './membership-link.guard.js';
import { withTenantRows } from './platform.js';

/** What the tenant of a transaction has set. */
export async function settingValues(tx: SqlRunner): Promise<SettingValues> {
  const [row] = await tx.sql<{ chosen: SettingValues }>(
    'SELECT chosen FROM identity.tenant_settings',
  );
  return row?.chosen ?? {};
}

/**
 * How long a new password of an account is at least, in a transaction of the platform: an account opens all its
 * tenants, so that the strictest of them is asked.
 */
export async function accountMinLength(tx: SqlRunner, userId: string): Promise<number> {
  let longest = passwordMinLength({});
  for (const { tenantId } of await activeLinks(tx, userId)) {
    const values = await withTenantRows(tx, tenantId, () => settingValues(tx));
    longest = Math.max(longest, passwordMinLength(values));
  }
  return longest;
}

export interface SettingChanges {
  readonly changes: readonly SettingChange[];
  readonly expectedVersion?: number | null | undefined;
}

/** Changes settings of the caller's tenant, all or none; what every domain knows of a tenant changes with them. */
export async function changeSettings(
  tx: WriteSession,
  { changes, expectedVersion }: SettingChanges,
): Promise<void> {
  const tenantId = encodeId('Tenant', tx.ctx.tenantId);
  const { state: provisioned } = await tx.load(tenant, tenantId);
  if (provisioned.status !== 'ACTIVE') {
    tx.refuse(violation('NOT_FOUND', 'This tenant is not at work yet.'));
  }
  const command = { type: 'Change', tenantId, changes, provisioned } as const;
  const { state } = await tx.run(tenantSettings, tenantId, command, { expectedVersion });
  const { locale, timeZone, currency } = { ...provisioned, ...state.values };
  await tx.sql(
    'UPDATE kit.tenant SET time_zone = $2, locale = $3, currency = $4 WHERE tenant_id = $1',
    [tx.ctx.tenantId, timeZone, locale, currency],
  );
}
