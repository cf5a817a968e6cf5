import { encodeId, PLATFORM_TENANT, type TenantId } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import type { MailPage } from '../domain/mail.js';
import { mailError } from './outbox.js';
import { emailIndex, openJson, sealJson } from './secrets.js';

/**
 * Mails on their way: sealed, because they hold tokens; deleted once delivered. Rows of the platform. Later migrations
 * add why the last try failed, until when a process has taken one to send it, and when its token has died for sure.
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
  /** The token that the text holds, on its own: the text brings it as a link. */
  readonly token: string | null;
  /** The page that the token opens; the text then brings a link there. */
  readonly page?: MailPage;
}

/** A mail that this process has taken to send it. */
export interface ClaimedMail {
  readonly id: string;
  readonly forTenant: TenantId | null;
  readonly attempts: number;
  readonly sealed: Uint8Array;
}

const PURPOSE = 'identity.mail';
/** No token lives longer. */
const TOKEN_LIFE_MS = 31 * 86_400_000;

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
    `INSERT INTO identity.mail (tenant_id, id, for_tenant, to_index, sealed, next_try_at, created_at, dies_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [
      PLATFORM_TENANT,
      id,
      forTenant,
      emailIndex(keys, to),
      sealJson(keys, PURPOSE, { to, subject, text, token, page }, id),
      now,
      token ? new Date(now.getTime() + TOKEN_LIFE_MS) : null,
    ],
  );
}

/** Longer than a mail server may take before a try ends. */
const CLAIM_MS = 120_000;

/**
 * Takes the mail that is due longest, so that nobody else sends it. It is sent outside a transaction, which a slow mail
 * server would hold open; where this process dies meanwhile, the mail is due again when the claim ends.
 */
export async function claimMail(tx: SqlRunner, now: Date): Promise<ClaimedMail | undefined> {
  const [mail] = await tx.sql<ClaimedMail>(
    `UPDATE identity.mail SET claimed_until = $2 WHERE id = (
       SELECT id FROM identity.mail
       WHERE next_try_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
       ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, sealed, attempts, for_tenant AS "forTenant"`,
    [now, new Date(now.getTime() + CLAIM_MS)],
  );
  return mail;
}

/** What a mail says. Throws where it was sealed under another master key. */
export function openSealedMail(keys: KeyRing, { id, sealed }: ClaimedMail): MailContent {
  return openJson<MailContent>(keys, PURPOSE, sealed, id);
}

export async function mailDelivered(tx: SqlRunner, id: string): Promise<void> {
  await tx.sql('DELETE FROM identity.mail WHERE id = $1', [id]);
}

/** Tried again after 1, 2, 4 … minutes, at most an hour. */
export async function mailFailed(
  tx: SqlRunner,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  error: unknown,
  now: Date,
): Promise<void> {
  const wait = Math.min(60_000 * 2 ** attempts, 3_600_000);
  await tx.sql(
    `UPDATE identity.mail SET attempts = attempts + 1, next_try_at = $2, last_error = $3, last_error_at = $4,
       claimed_until = NULL
     WHERE id = $1`,
    [id, new Date(now.getTime() + wait), mailError(error), now],
  );
}

/** Forgets mails whose token is dead; all others stay until they are sent. */
export async function sweepMails(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.mail WHERE dies_at < $1', [now]);
}
