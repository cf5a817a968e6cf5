import { createHmac } from 'node:crypto';
import { getMetadataArgsStorage } from 'typeorm';
import type { KeyRing } from '../events/index.js';
import type { EntityClass } from '../read/index.js';

const PURPOSE = 'idempotency-outcomes';

/**
 * An answer as it is stored under `owner`: sealed, for it may hold personal data. It keeps what JSON forgets: which
 * class a row had, and which texts were instants.
 */
export function sealOutcome(keys: KeyRing, payload: object, owner: string): Buffer {
  return keys.seal(PURPOSE, Buffer.from(encode(payload)), owner);
}

/** Throws where the answer was kept for another owner, or under another master key. */
export function openOutcome(
  keys: KeyRing,
  sealed: Uint8Array,
  owner: string,
): Record<string, unknown> {
  return decode(keys.open(PURPOSE, sealed, owner).toString());
}

function encode(payload: object): string {
  return JSON.stringify(payload, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    if (original instanceof Date) return { $date: original.toISOString() };
    if (typeof value === 'object' && value !== null && isEntity(value.constructor)) {
      return { $entity: value.constructor.name, row: { ...value } };
    }
    return value;
  });
}

function decode(outcome: string): Record<string, unknown> {
  return JSON.parse(outcome, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$date' in value) return new Date(String(value.$date));
    if ('$entity' in value && 'row' in value) {
      const entity = entities().get(String(value.$entity));
      return entity
        ? Object.assign(Object.create(entity.prototype as object), value.row)
        : value.row;
    }
    return value;
  }) as Record<string, unknown>;
}

function entities(): Map<string, EntityClass> {
  const { tables } = getMetadataArgsStorage();
  return new Map(tables.map(({ target }) => [(target as EntityClass).name, target as EntityClass]));
}

function isEntity(type: unknown): boolean {
  return getMetadataArgsStorage().tables.some(({ target }) => target === type);
}

/**
 * The same for two inputs that mean the same, whatever the order of their fields. The key itself is left out. Keyed
 * (HMAC-SHA-256), so that nobody who reads the table can try out inputs.
 */
export function inputHash(keys: KeyRing, input: object): string {
  const { idempotencyKey: _, ...rest } = input as Record<string, unknown>;
  const canonical = JSON.stringify(rest, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
  return createHmac('sha256', keys.derive('idempotency-inputs'))
    .update(canonical)
    .digest('base64url');
}
