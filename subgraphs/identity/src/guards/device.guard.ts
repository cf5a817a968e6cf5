import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';

/** Devices that somebody has signed in from before. */
export const deviceTable = guardTable({
  schema: 'identity',
  name: 'device',
  clientsSee: 'nothing',
  key: ['hash', 'user_id'],
  columns: `
    hash text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    used_at timestamptz NOT NULL`,
  indexes: ['(tenant_id, user_id)'],
});

export async function rememberDevice(
  tx: SqlRunner,
  hash: string,
  userId: string,
  now: Date,
): Promise<void> {
  await tx.sql(
    `INSERT INTO identity.device (tenant_id, hash, user_id, used_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, hash, user_id) DO UPDATE SET used_at = EXCLUDED.used_at`,
    [PLATFORM_TENANT, hash, userId, now],
  );
}

export async function isKnownDevice(tx: SqlRunner, hash: string, userId: string): Promise<boolean> {
  const rows = await tx.sql('SELECT FROM identity.device WHERE hash = $1 AND user_id = $2', [
    hash,
    userId,
  ]);
  return rows.length > 0;
}
