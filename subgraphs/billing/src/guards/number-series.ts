import type { WriteSession } from '@nexus/kit/events';

export type SeriesKind = 'INVOICE' | 'CREDIT_NOTE';

export interface Numbered {
  /** `INV-2026-000001` */
  readonly number: string;
  readonly issueDate: string;
}

/**
 * The next number of a series without gaps. Call it last: the row stays locked until the transaction ends,
 * and a rollback gives the number back. Dates never run backwards: `today` moves up to the last issue date.
 */
export async function takeNumber(
  tx: WriteSession,
  kind: SeriesKind,
  prefix: string,
  today: string,
): Promise<Numbered> {
  const [row] = await tx.sql<{ year: number; last_number: number; last_date: string }>(
    `INSERT INTO billing.number_series AS s (tenant_id, kind, year, last_number, last_date)
     VALUES ($1, $2, extract(year FROM $3::date)::int, 1, $3::date)
     ON CONFLICT (tenant_id, kind) DO UPDATE SET
       last_number = CASE WHEN s.year < EXCLUDED.year THEN 1 ELSE s.last_number + 1 END,
       year = greatest(s.year, EXCLUDED.year),
       last_date = greatest(s.last_date, EXCLUDED.last_date)
     RETURNING year, last_number, last_date`,
    [tx.ctx.tenantId, kind, today],
  );
  if (!row) throw new TypeError('The series has no row');
  const number = `${prefix}-${row.year}-${String(row.last_number).padStart(6, '0')}`;
  return { number, issueDate: row.last_date };
}
