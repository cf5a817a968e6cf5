import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import { emailIndex, openJson, sealJson } from './secrets.js';

/** Accounts and their verifiers; rows of the platform. Hashes and profiles are sealed, addresses indexed blindly. */
export const accountTable = guardTable({
  schema: 'identity',
  name: 'account',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    email_index text COLLATE "C" NOT NULL,
    profile bytea NOT NULL,
    password bytea,
    previous_passwords bytea[] NOT NULL DEFAULT '{}',
    suspended boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL`,
  indexes: ['UNIQUE (tenant_id, email_index)'],
});

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Own language and zone; null where the tenant's hold. */
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** Encoded argon2 hash; null until a password was set. */
  readonly passwordHash: string | null;
  /** Hashes of earlier passwords, newest first. */
  readonly previousHashes: readonly string[];
  /** Too many failures: only a new password opens it again. */
  readonly suspended: boolean;
}

interface AccountRow {
  readonly id: string;
  readonly profile: Buffer;
  readonly password: Buffer | null;
  readonly previous_passwords: Buffer[];
  readonly suspended: boolean;
}

/** Of accounts that never chose a language or zone, neither is stored. */
type StoredProfile = Pick<Account, 'email' | 'name'> &
  Partial<Pick<Account, 'locale' | 'timeZone'>>;

const PROFILE = 'identity.profile';
const PASSWORD = 'identity.password';
/** A new password must differ from the present one and from those before it, five in all. */
const REMEMBERED = 4;

function read(keys: KeyRing, row: AccountRow): Account {
  const { id, profile, password, previous_passwords: previous, suspended } = row;
  const hash = (sealed: Buffer) => keys.open(PASSWORD, sealed, id).toString();
  return {
    id,
    locale: null,
    timeZone: null,
    ...openJson<StoredProfile>(keys, PROFILE, profile, id),
    passwordHash: password && hash(password),
    previousHashes: previous.map(hash),
    suspended,
  };
}

const COLUMNS = 'id, profile, password, previous_passwords, suspended';

/** The account of an address, on the platform's rows. */
export async function accountByEmail(
  tx: SqlRunner,
  keys: KeyRing,
  email: string,
): Promise<Account | undefined> {
  const [row] = await tx.sql<AccountRow>(
    `SELECT ${COLUMNS} FROM identity.account WHERE email_index = $1`,
    [emailIndex(keys, email)],
  );
  return row && read(keys, row);
}

export async function accountById(
  tx: SqlRunner,
  keys: KeyRing,
  id: string,
): Promise<Account | undefined> {
  const [row] = await tx.sql<AccountRow>(`SELECT ${COLUMNS} FROM identity.account WHERE id = $1`, [
    id,
  ]);
  return row && read(keys, row);
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Takes the address. False where an account has it already. */
export async function insertAccount(
  tx: SqlRunner,
  keys: KeyRing,
  account: NewAccount,
): Promise<boolean> {
  const { id, email, name, createdAt } = account;
  const made = await tx.sql(
    `INSERT INTO identity.account (tenant_id, id, email_index, profile, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, email_index) DO NOTHING RETURNING id`,
    [
      PLATFORM_TENANT,
      id,
      emailIndex(keys, email),
      sealJson(keys, PROFILE, { email, name }, id),
      createdAt,
    ],
  );
  return made.length > 0;
}

/** Stores how the person is called and reads dates. */
export async function storeProfile(
  tx: SqlRunner,
  keys: KeyRing,
  account: Pick<Account, 'id'> & Required<StoredProfile>,
): Promise<void> {
  const { id, email, name, locale, timeZone } = account;
  await tx.sql('UPDATE identity.account SET profile = $2 WHERE id = $1', [
    id,
    sealJson(keys, PROFILE, { email, name, locale, timeZone }, id),
  ]);
}

/** Stores a new hash and opens a suspended account again. */
export async function storePassword(
  tx: SqlRunner,
  keys: KeyRing,
  id: string,
  hash: string,
): Promise<void> {
  await tx.sql(
    `UPDATE identity.account SET password = $2, suspended = false,
       previous_passwords = (CASE WHEN password IS NULL THEN previous_passwords
         ELSE array_prepend(password, previous_passwords) END)[1:${REMEMBERED}]
     WHERE id = $1`,
    [id, keys.seal(PASSWORD, Buffer.from(hash), id)],
  );
}

/** Replaces the hash of the same password by a stronger one. */
export async function upgradeHash(
  tx: SqlRunner,
  keys: KeyRing,
  id: string,
  hash: string,
): Promise<void> {
  await tx.sql('UPDATE identity.account SET password = $2 WHERE id = $1', [
    id,
    keys.seal(PASSWORD, Buffer.from(hash), id),
  ]);
}

export async function suspendAccount(tx: SqlRunner, id: string): Promise<void> {
  await tx.sql('UPDATE identity.account SET suspended = true WHERE id = $1', [id]);
}
