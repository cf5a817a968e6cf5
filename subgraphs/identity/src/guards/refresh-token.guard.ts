import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';

/** Each token is good once. `successor` is what a second tab gets within the grace; sealed. */
export const refreshTokenTable = guardTable({
  schema: 'identity',
  name: 'refresh_token',
  clientsSee: 'nothing',
  key: ['hash'],
  columns: `
    hash text COLLATE "C" NOT NULL,
    session_id text COLLATE "C" NOT NULL,
    used_at timestamptz,
    used_device text COLLATE "C",
    used_network text COLLATE "C",
    successor bytea`,
  indexes: ['(tenant_id, session_id)'],
});

export interface RefreshToken {
  readonly hash: string;
  readonly sessionId: string;
  readonly usedAt: Date | null;
  readonly usedDevice: string | null;
  readonly usedNetwork: string | null;
  readonly successor: Buffer | null;
}

export async function insertRefreshToken(
  tx: SqlRunner,
  hash: string,
  sessionId: string,
): Promise<void> {
  await tx.sql(
    'INSERT INTO identity.refresh_token (tenant_id, hash, session_id) VALUES ($1, $2, $3)',
    [PLATFORM_TENANT, hash, sessionId],
  );
}

export async function lockRefreshToken(
  tx: SqlRunner,
  hash: string,
): Promise<RefreshToken | undefined> {
  const [row] = await tx.sql<RefreshToken>(
    `SELECT hash, session_id AS "sessionId", used_at AS "usedAt", used_device AS "usedDevice",
       used_network AS "usedNetwork", successor
     FROM identity.refresh_token WHERE hash = $1 FOR UPDATE`,
    [hash],
  );
  return row;
}

/** Marks a token used and remembers, sealed and for the grace only, what came after it. */
export async function spendRefreshToken(
  tx: SqlRunner,
  hash: string,
  use: {
    readonly at: Date;
    readonly device: string | null;
    readonly network: string | null;
    readonly successor: Buffer;
  },
): Promise<void> {
  await tx.sql(
    `UPDATE identity.refresh_token SET used_at = $2, used_device = $3, used_network = $4, successor = $5 WHERE hash = $1`,
    [hash, use.at, use.device, use.network, use.successor],
  );
}
