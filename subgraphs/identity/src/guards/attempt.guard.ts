import { PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { guardTable } from '@nexus/kit/read';
import { type AttemptCounter, afterFailure, type CounterKind } from '../domain/attempts.js';

/** Failed tries by account (blind index), device and network; mails by address. Rows of the platform. */
export const attemptTable = guardTable({
  schema: 'identity',
  name: 'attempt',
  clientsSee: 'nothing',
  key: ['kind', 'subject'],
  columns: `
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('ACCOUNT', 'DEVICE', 'IP', 'MAIL')),
    subject text COLLATE "C" NOT NULL,
    failures integer NOT NULL,
    in_window integer NOT NULL,
    window_start timestamptz NOT NULL,
    blocked_until timestamptz`,
  indexes: ['(tenant_id, window_start)'],
});

export interface AttemptSubject {
  readonly kind: CounterKind;
  readonly subject: string;
}

const COLUMNS = `failures, in_window AS "inWindow", window_start AS "windowStart", blocked_until AS "blockedUntil"`;

export async function counterOf(
  tx: SqlRunner,
  { kind, subject }: AttemptSubject,
): Promise<AttemptCounter | undefined> {
  const [row] = await tx.sql<AttemptCounter>(
    `SELECT ${COLUMNS} FROM identity.attempt WHERE kind = $1 AND subject = $2`,
    [kind, subject],
  );
  return row;
}

/** Counts one failure; equal subjects wait for one another, so that none is lost. */
export async function countFailure(
  tx: SqlRunner,
  who: AttemptSubject,
  now: Date,
): Promise<AttemptCounter> {
  const { kind, subject } = who;
  await tx.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `identity.attempt/${kind}/${subject}`,
  ]);
  const counter = afterFailure(await counterOf(tx, who), kind, subject, now);
  const { failures, inWindow, windowStart, blockedUntil } = counter;
  await tx.sql(
    `INSERT INTO identity.attempt (tenant_id, kind, subject, failures, in_window, window_start, blocked_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant_id, kind, subject) DO UPDATE SET failures = EXCLUDED.failures,
       in_window = EXCLUDED.in_window, window_start = EXCLUDED.window_start, blocked_until = EXCLUDED.blocked_until`,
    [PLATFORM_TENANT, kind, subject, failures, inWindow, windowStart, blockedUntil],
  );
  return counter;
}

/** A success ends the row of failures; what was counted in the window stays. */
export async function forgiveFailures(
  tx: SqlRunner,
  { kind, subject }: AttemptSubject,
): Promise<void> {
  await tx.sql(
    'UPDATE identity.attempt SET failures = 0, blocked_until = NULL WHERE kind = $1 AND subject = $2 AND failures > 0',
    [kind, subject],
  );
}

const HOUR_MS = 3_600_000;
const MAILS_PER_HOUR = 5;

/** Counts a mail to an address, known or not. False once there were five within the hour. */
export async function mayMail(tx: SqlRunner, addressIndex: string, now: Date): Promise<boolean> {
  const [row] = await tx.sql<{ mails: number }>(
    `INSERT INTO identity.attempt AS a (tenant_id, kind, subject, failures, in_window, window_start)
     VALUES ($1, 'MAIL', $2, 0, 1, $3)
     ON CONFLICT (tenant_id, kind, subject) DO UPDATE SET
       in_window = CASE WHEN a.window_start <= $4 THEN 1 ELSE a.in_window + 1 END,
       window_start = CASE WHEN a.window_start <= $4 THEN EXCLUDED.window_start ELSE a.window_start END
     RETURNING in_window AS mails`,
    [PLATFORM_TENANT, addressIndex, now, new Date(now.getTime() - HOUR_MS)],
  );
  return (row?.mails ?? 0) <= MAILS_PER_HOUR;
}

/** Forgets counters that no limit looks back to. */
export async function sweepAttempts(tx: SqlRunner, now: Date): Promise<void> {
  await tx.sql('DELETE FROM identity.attempt WHERE window_start < $1', [
    new Date(now.getTime() - 48 * HOUR_MS),
  ]);
}
