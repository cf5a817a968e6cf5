import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import { openJson, sealJson } from './secrets.js';

/** Keys that sign access tokens; the private half sealed. Rows of the platform. */
export const signingKeyTable = guardTable({
  schema: 'identity',
  name: 'signing_key',
  clientsSee: 'nothing',
  key: ['kid'],
  columns: `
    kid text COLLATE "C" NOT NULL,
    private_jwk bytea NOT NULL,
    public_jwk jsonb NOT NULL,
    use_from timestamptz NOT NULL,
    use_until timestamptz NOT NULL`,
});

export type Jwk = Readonly<Record<string, unknown>>;

export interface SigningKey {
  readonly kid: string;
  readonly privateJwk: Jwk;
  readonly publicJwk: Jwk;
  readonly useFrom: Date;
  readonly useUntil: Date;
}

const PURPOSE = 'identity.signing-key';

/** Two processes that find a key missing must not both make one. */
export async function lockSigningKeys(tx: SqlRunner): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('identity.signing-key', 0))`);
}

/** Keys that sign, will sign, or have signed tokens that may still be shown. */
export async function signingKeys(tx: SqlRunner, keys: KeyRing): Promise<SigningKey[]> {
  const rows = await tx.sql<{
    kid: string;
    private_jwk: Buffer;
    public_jwk: Jwk;
    use_from: Date;
    use_until: Date;
  }>(
    'SELECT kid, private_jwk, public_jwk, use_from, use_until FROM identity.signing_key ORDER BY use_from',
  );
  return rows.map(
    ({ kid, private_jwk, public_jwk: publicJwk, use_from: useFrom, use_until: useUntil }) => ({
      kid,
      publicJwk,
      useFrom,
      useUntil,
      privateJwk: openJson<Jwk>(keys, PURPOSE, private_jwk, kid),
    }),
  );
}

export async function insertSigningKey(
  tx: SqlRunner,
  keys: KeyRing,
  key: SigningKey,
): Promise<void> {
  const { kid, privateJwk, publicJwk, useFrom, useUntil } = key;
  await tx.sql(
    `INSERT INTO identity.signing_key (tenant_id, kid, private_jwk, public_jwk, use_from, use_until)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      PLATFORM_TENANT,
      kid,
      sealJson(keys, PURPOSE, privateJwk, kid),
      JSON.stringify(publicJwk),
      useFrom,
      useUntil,
    ],
  );
}

export async function dropSigningKeys(tx: SqlRunner, usedUntil: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.signing_key WHERE use_until < $1', [usedUntil]);
}
