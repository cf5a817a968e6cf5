import type { EventSpec } from '../domain/index.js';
import { type KeyRing, openFields, type PersonalFields, sealFields } from './personal.js';
import type { SqlRunner } from './sql-runner.js';

/** Which fields of a payload are personal, and which one names the person. */
type PersonalSpec = NonNullable<EventSpec<Record<string, unknown>>['personal']>;

/** A payload that names whom it tells of, and lacks what is personal. */
type SealedData = Record<string, unknown> & { readonly $subject: string };

export function isSealed(data: Record<string, unknown>): data is SealedData {
  return typeof data.$subject === 'string';
}

interface Place {
  readonly tenantId: string;
  readonly stream: string;
  readonly version: number;
}

const contextOf = ({ tenantId, stream, version }: Place): string =>
  `${tenantId}/${stream}/${version}`;

/** Personal fields of events: sealed under the key of the person they tell of, which erasure destroys. */
export class SubjectKeys {
  constructor(private readonly keys: KeyRing) {}

  /** Splits a payload into what stays readable and what is sealed; nothing is sealed for who was erased. */
  async seal(
    tx: SqlRunner,
    place: Place,
    spec: PersonalSpec,
    payload: object,
    at: Date,
  ): Promise<{ readonly data: Record<string, unknown>; readonly sealed: string | null }> {
    const data: Record<string, unknown> = { ...payload };
    const subject = String(data[spec.subject]);
    const secret: Record<string, unknown> = {};
    for (const field of spec.fields) {
      if (field in data) secret[field] = data[field];
      delete data[field];
    }
    data.$subject = subject;
    const key = await this.#keyOf(tx, place.tenantId, subject, at);
    return {
      data,
      sealed: key ? sealFields(key, secret, contextOf(place)).toString('base64') : null,
    };
  }

  /** Puts the personal fields back; null each where the subject's key is gone. */
  reveal(
    place: Place,
    data: SealedData,
    stored: { readonly sealed: Buffer | null; readonly wrapped: Buffer | null },
    fields: readonly string[],
  ): Record<string, unknown> {
    const { $subject: subject, ...rest } = data;
    let personal: PersonalFields;
    if (stored.sealed && stored.wrapped) {
      const key = this.keys.unwrapSubjectKey(stored.wrapped, `${place.tenantId}/${subject}`);
      personal = openFields(key, stored.sealed, contextOf(place));
    } else {
      personal = Object.fromEntries(fields.map((field) => [field, null]));
    }
    return { ...rest, ...personal };
  }

  /** The subject's key, made on first use; undefined once it was erased: nothing personal is written again. */
  async #keyOf(
    tx: SqlRunner,
    tenantId: string,
    subject: string,
    at: Date,
  ): Promise<Buffer | undefined> {
    const context = `${tenantId}/${subject}`;
    const fresh = this.keys.newSubjectKey(context);
    const [made] = await tx.sql<{ wrapped: Buffer | null }>(
      `INSERT INTO kit.subject_key (tenant_id, subject, wrapped, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING wrapped`,
      [tenantId, subject, fresh.wrapped, at],
    );
    if (made) return fresh.key;
    // A statement of its own: it sees the row of whoever was faster.
    const [row] = await tx.sql<{ wrapped: Buffer | null }>(
      'SELECT wrapped FROM kit.subject_key WHERE tenant_id = $1 AND subject = $2',
      [tenantId, subject],
    );
    return row?.wrapped ? this.keys.unwrapSubjectKey(row.wrapped, context) : undefined;
  }
}

/**
 * Destroys a data subject's key inside the transaction: all that the log holds of the person is unreadable
 * from then on. A backup from before still holds the key; whoever restores one erases again.
 */
export async function eraseSubject(tx: SqlRunner, subject: string, at: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO kit.subject_key (tenant_id, subject, wrapped, created_at, erased_at)
     VALUES ((select current_setting('app.tenant')::uuid), $1, NULL, $2, $2)
     ON CONFLICT (tenant_id, subject) DO UPDATE SET wrapped = NULL, erased_at = EXCLUDED.erased_at`,
    [subject, at],
  );
}
