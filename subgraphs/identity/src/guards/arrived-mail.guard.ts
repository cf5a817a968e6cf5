import { PLATFORM_TENANT, type TenantId } from '@nexus/kit/domain';
import type { KeyRing, SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import type { ArrivedMail } from '../domain/mail.js';
import { emailIndex, openJson, sealJson } from './secrets.js';

/** What the mailbox of development received: sealed, because it holds tokens. Rows of the platform. */
export const arrivedMailTable = guardTable({
  schema: 'identity',
  name: 'arrived_mail',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    for_tenant uuid,
    to_index text COLLATE "C" NOT NULL,
    sealed bytea NOT NULL,
    arrived_at timestamptz NOT NULL`,
  indexes: ['(tenant_id, arrived_at, id)', '(tenant_id, for_tenant, arrived_at, id)'],
});

const PURPOSE = 'identity.arrived-mail';
const KEPT_DAYS = 30;

type Content = Pick<ArrivedMail, 'from' | 'to' | 'subject' | 'text'>;

export interface MailboxMail extends Content {
  readonly id: string;
  readonly arrivedAt: Date;
}

/** Keeps a mail; one that arrives again is the one that is here already. Platform rows. */
export async function keepMail(
  tx: SqlRunner,
  keys: KeyRing,
  { id, tenantId, ...content }: ArrivedMail,
  now: Date,
): Promise<void> {
  await tx.sql(
    `INSERT INTO identity.arrived_mail (tenant_id, id, for_tenant, to_index, sealed, arrived_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      PLATFORM_TENANT,
      id,
      tenantId,
      emailIndex(keys, content.to),
      sealJson(keys, PURPOSE, content, id),
      now,
    ],
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

/** The newest mails first. Platform rows. */
export async function mailbox(
  tx: SqlRunner,
  keys: KeyRing,
  { forTenant, to, after = null, limit }: MailboxQuery,
): Promise<MailboxMail[]> {
  const rows = await tx.sql<{ id: string; sealed: Buffer; arrived_at: Date }>(
    `SELECT id, sealed, arrived_at FROM identity.arrived_mail
     WHERE ($1::uuid IS NULL OR for_tenant = $1) AND ($2::text IS NULL OR to_index = $2)
       AND ($3::text IS NULL OR (arrived_at, id) <
         (SELECT m.arrived_at, m.id FROM identity.arrived_mail m WHERE m.id = $3))
     ORDER BY arrived_at DESC, id DESC LIMIT $4`,
    [forTenant, to ? emailIndex(keys, to) : null, after, limit],
  );
  return rows.map(({ id, sealed, arrived_at: arrivedAt }) => ({
    ...openJson<Content>(keys, PURPOSE, sealed, id),
    id,
    arrivedAt,
  }));
}

/** Forgets what nobody looks for any more. Platform rows. */
export async function sweepMailbox(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.arrived_mail WHERE arrived_at < $1', [
    new Date(now.getTime() - KEPT_DAYS * 86_400_000),
  ]);
}
