import { hash } from 'node:crypto';

/**
 * A value as JSON text that is equal where the values are, whatever the order of their keys; `undefined` where JSON
 * does not tell the whole (a date, a file, a function, a number that is none).
 */
export function stableText(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return joined('[', value.map(stableText), ']');
  if (typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => {
      const text = stableText(item);
      return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
    });
  return joined('{', fields, '}');
}

function joined(open: string, items: (string | undefined)[], close: string): string | undefined {
  return items.includes(undefined) ? undefined : open + items.join(',') + close;
}

/** A name of fixed length for a text of any; two texts of one name are not to be found. */
export function nameOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
