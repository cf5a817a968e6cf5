import { encodeId, PLATFORM_TENANT, type TenantId } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import type { MailPage } from '../domain/mail.js';
import { mailError } from './outbox.js';
import { emailIndex, openJson, sealJson } from './secrets.js';

/**
 * Mails on their way: sealed, because they hold tokens; deleted once delivered. Rows of the platform. A later migration
 * adds why the last try failed.
 */
export const mailTable = guardTable({
  schema: 'identity',
  name: 'mail',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    for_tenant uuid,
    to_index text COLLATE "C" NOT NULL,
    sealed bytea NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL`,
  indexes: ['(tenant_id, created_at, id)', '(tenant_id, next_try_at)'],
});

export interface MailContent {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The token that the text holds, on its own, for the mailbox of development. */
  readonly token: string | null;
  /** The page that the token opens; the text then brings a link there. */
  readonly page?: MailPage;
}

export interface StoredMail extends MailContent {
  readonly id: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

interface MailRow {
  readonly id: string;
  readonly sealed: Buffer;
  readonly attempts: number;
  readonly created_at: Date;
}

const PURPOSE = 'identity.mail';

function read(keys: KeyRing, { id, sealed, attempts, created_at: createdAt }: MailRow): StoredMail {
  return { id, attempts, createdAt, ...openJson<MailContent>(keys, PURPOSE, sealed, id) };
}

/** Puts a mail into the outbox, in the transaction of what it tells of. Platform rows. */
export async function queueMail(
  tx: SqlRunner,
  keys: KeyRing,
  mail: MailContent & {
    readonly uuid: string;
    readonly forTenant: TenantId | null;
    readonly now: Date;
  },
): Promise<void> {
  const { uuid, forTenant, now, to, subject, text, token, page } = mail;
  const id = encodeId('Mail', uuid);
  await tx.sql(
    `INSERT INTO identity.mail (tenant_id, id, for_tenant, to_index, sealed, next_try_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [
      PLATFORM_TENANT,
      id,
      forTenant,
      emailIndex(keys, to),
      sealJson(keys, PURPOSE, { to, subject, text, token, page }, id),
      now,
    ],
  );
}

/** Mails that are due; held until the transaction ends, so that two processes do not send one twice. */
export async function dueMails(
  tx: SqlRunner,
  keys: KeyRing,
  now: Date,
  limit = 20,
): Promise<StoredMail[]> {
  const rows = await tx.sql<MailRow>(
    `SELECT id, sealed, attempts, created_at FROM identity.mail WHERE next_try_at <= $1
     ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit],
  );
  return rows.map((row) => read(keys, row));
}

export async function mailDelivered(tx: SqlRunner, id: string): Promise<void> {
  await tx.sql('DELETE FROM identity.mail WHERE id = $1', [id]);
}

/** Tried again after 1, 2, 4 … minutes, at most an hour. */
export async function mailFailed(
  tx: SqlRunner,
  { id, attempts }: StoredMail,
  error: unknown,
  now: Date,
): Promise<void> {
  const wait = Math.min(60_000 * 2 ** attempts, 3_600_000);
  await tx.sql(
    `UPDATE identity.mail SET attempts = attempts + 1, next_try_at = $2, last_error = $3, last_error_at = $4
     WHERE id = $1`,
    [id, new Date(now.getTime() + wait), mailError(error), now],
  );
}

export interface MailboxQuery {
  /** Mails of this tenant only; null for all. */
  readonly forTenant: TenantId | null;
  readonly to?: string | null | undefined;
  /** Id of a mail: only older ones. */
  readonly after?: string | null | undefined;
  readonly limit: number;
}

/** The newest mails first. */
export async function mailbox(
  tx: SqlRunner,
  keys: KeyRing,
  query: MailboxQuery,
): Promise<StoredMail[]> {
  const { forTenant, to, after = null, limit } = query;
  const rows = await tx.sql<MailRow>(
    `SELECT id, sealed, attempts, created_at FROM identity.mail
     WHERE ($1::uuid IS NULL OR for_tenant = $1) AND ($2::text IS NULL OR to_index = $2)
       AND ($3::text IS NULL OR (created_at, id) < (SELECT m.created_at, m.id FROM identity.mail m WHERE m.id = $3))
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [forTenant, to ? emailIndex(keys, to) : null, after, limit],
  );
  return rows.map((row) => read(keys, row));
}

/** Tokens in them are long dead. */
export async function sweepMails(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.mail WHERE created_at < $1', [
    new Date(now.getTime() - 8 * 86_400_000),
  ]);
}
