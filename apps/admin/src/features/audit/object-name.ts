import type { AuditRowFragment } from './audit-row.generated.js';

/** What it happened to, by its name; by its id where it has none any more. */
export function objectName({ object, objectId }: AuditRowFragment): string | null {
  if (!object) return objectId;
  if ('name' in object && object.name) return object.name;
  if ('title' in object && object.title) return object.title;
  if ('number' in object && object.number) return object.number;
  return objectId;
}
