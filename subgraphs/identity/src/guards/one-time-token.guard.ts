import { PLATFORM_TENANT, type TenantId } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import { newToken, tokenHash } from './secrets.js';

/** Tokens sent by mail: stored as hashes, good once, the newest of their owner only. Rows of the platform. */
export const oneTimeTokenTable = guardTable({
  schema: 'identity',
  name: 'one_time_token',
  clientsSee: 'nothing',
  key: ['hash'],
  columns: `
    hash text COLLATE "C" NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('PASSWORD_RESET', 'INVITATION')),
    owner text COLLATE "C" NOT NULL,
    owner_tenant uuid NOT NULL,
    expires_at timestamptz NOT NULL`,
  indexes: ['UNIQUE (tenant_id, purpose, owner)', '(tenant_id, expires_at)'],
});

export type TokenPurpose = 'PASSWORD_RESET' | 'INVITATION';

export interface TokenOwner {
  readonly purpose: TokenPurpose;
  /** The user, or the invitation. */
  readonly owner: string;
  readonly ownerTenant: TenantId;
}

/** A new token; the owner's earlier one of this purpose is no longer good. */
export async function issueToken(
  tx: SqlRunner,
  whose: TokenOwner,
  expiresAt: Date,
): Promise<string> {
  const { purpose, owner, ownerTenant } = whose;
  const token = newToken();
  await tx.sql(
    `INSERT INTO identity.one_time_token (tenant_id, hash, purpose, owner, owner_tenant, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (tenant_id, purpose, owner) DO UPDATE
       SET hash = EXCLUDED.hash, expires_at = EXCLUDED.expires_at, owner_tenant = EXCLUDED.owner_tenant`,
    [PLATFORM_TENANT, tokenHash(token), purpose, owner, ownerTenant, expiresAt],
  );
  return token;
}

/** Whose token it is; undefined for unknown, used and expired alike. Locked: two holders come one after the other. */
export async function ownerOf(
  tx: SqlRunner,
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<TokenOwner | undefined> {
  const [row] = await tx.sql<TokenOwner>(
    `SELECT purpose, owner, owner_tenant AS "ownerTenant" FROM identity.one_time_token
     WHERE hash = $1 AND purpose = $2 AND expires_at > $3 FOR UPDATE`,
    [tokenHash(token), purpose, now],
  );
  return row;
}

/** The owner's token of this purpose is spent or withdrawn. */
export async function dropToken(
  tx: SqlRunner,
  purpose: TokenPurpose,
  owner: string,
): Promise<void> {
  await tx.sql('DELETE FROM identity.one_time_token WHERE purpose = $1 AND owner = $2', [
    purpose,
    owner,
  ]);
}

export async function sweepTokens(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.one_time_token WHERE expires_at < $1', [now]);
}
