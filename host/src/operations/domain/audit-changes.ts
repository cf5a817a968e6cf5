/** One field of what an event tells. */
export interface AuditChange {
  readonly field: string;
  /** What it became; what is not for the reader is not here. */
  readonly value: unknown;
  readonly state: 'SHOWN' | 'HIDDEN' | 'ERASED';
}

export interface ChangeRights {
  /** Fields that tell of a person. */
  readonly personal: readonly string[];
  /** Whether the key of that person was destroyed. */
  readonly erased: boolean;
  /** Whether the reader may know what they say. */
  readonly mayReadPersonal: boolean;
}

/** Names of what opens something. No event should hold such a thing; one that does is not the place to find it. */
const SECRET = /password|secret|token(?!Id)|apiKey|otp$/i;
export const ERASED = '[erased]';

/** What an event tells, field by field, for one reader. */
export function changesOf(
  data: Readonly<Record<string, unknown>>,
  { personal, erased, mayReadPersonal }: ChangeRights,
): AuditChange[] {
  return Object.entries(data)
    .filter(([field]) => !field.startsWith('$'))
    .map(([field, value]): AuditChange => {
      if (SECRET.test(field)) return { field, value: null, state: 'HIDDEN' };
      if (!personal.includes(field)) return { field, value: withoutSecrets(value), state: 'SHOWN' };
      if (erased) return { field, value: ERASED, state: 'ERASED' };
      return mayReadPersonal
        ? { field, value, state: 'SHOWN' }
        : { field, value: null, state: 'HIDDEN' };
    });
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([field]) => !SECRET.test(field));
  return Object.fromEntries(kept.map(([field, inner]) => [field, withoutSecrets(inner)]));
}
