import { createHash } from 'node:crypto';
import { getMetadataArgsStorage } from 'typeorm';
import type { EntityClass } from '../read/index.js';

/** A stored answer keeps what JSON forgets: which class a row had, and which texts were instants. */
export function encodeOutcome(payload: object): string {
  return JSON.stringify(payload, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    if (original instanceof Date) return { $date: original.toISOString() };
    if (typeof value === 'object' && value !== null && isEntity(value.constructor)) {
      return { $entity: value.constructor.name, row: { ...value } };
    }
    return value;
  });
}

export function decodeOutcome(outcome: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(outcome), (_key, value: unknown) => {
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

/** The same for two inputs that mean the same, whatever the order of their fields. The key itself is left out. */
export function inputHash(input: object): string {
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
  return createHash('sha256').update(canonical).digest('base64url');
}
