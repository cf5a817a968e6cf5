/**
 * A value as JSON text that is equal where the values are, whatever the order of their keys; `undefined` where JSON
 * does not tell the whole (a date, a file, a function, a number that is none).
 */
export function stableText(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value);
  if (typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item === undefined) continue;
    const written = stableText(item);
    if (written === undefined) return undefined;
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${written}`;
  }
  return `${text}}`;
}

function listText(items: readonly unknown[]): string | undefined {
  const texts = items.map(stableText);
  return texts.includes(undefined) ? undefined : `[${texts.join(',')}]`;
}
