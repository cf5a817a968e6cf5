import { isObject } from '../execution/json.js';
import type { UsageBatch, UsageCount, UsedOperation } from './usage-store.js';

/** One line of a usage file. */
export type UsageLine =
  | { readonly operation: UsedOperation }
  | { readonly count: UsageCount }
  | { readonly uncounted: number };

/** A batch as NDJSON (https://github.com/ndjson/ndjson-spec). */
export function toLines({ operations, counts, uncounted }: UsageBatch): string {
  const lines: UsageLine[] = [
    ...operations.map((operation) => ({ operation })),
    ...counts.map((count) => ({ count })),
    ...(uncounted > 0 ? [{ uncounted }] : []),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A line as it was written; `undefined` for one that was cut off, or is somebody else's. */
export function readLine(text: string): UsageLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return isUsageLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isUsageLine(line: unknown): line is UsageLine {
  if (!isObject(line)) return false;
  const { operation, count, uncounted } = line;
  if (operation !== undefined) {
    const { hash, text, coordinates } = isObject(operation) ? operation : {};
    return [hash, text].every((value) => typeof value === 'string') && Array.isArray(coordinates);
  }
  if (count !== undefined) {
    const { hash, count: number, firstSeen, lastSeen, inputs } = isObject(count) ? count : {};
    const texts = [hash, firstSeen, lastSeen].every((value) => typeof value === 'string');
    return texts && typeof number === 'number' && Array.isArray(inputs);
  }
  return typeof uncounted === 'number';
}
