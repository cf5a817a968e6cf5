import type { Filled, Lookup } from './placeholder.types.js';

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Puts values for the placeholders in a request's variables, however deep they stand. */
export async function fill(variables: unknown, lookups: readonly Lookup[]): Promise<Filled> {
  const values = new Map<string, string>();
  const unknown: string[] = [];
  for (const name of namesIn(variables)) {
    const value = await firstKnown(name, lookups);
    if (value === undefined) unknown.push(name);
    else values.set(name, value);
  }
  return unknown.length > 0
    ? { ok: false, unknown }
    : { ok: true, variables: replaced(variables, values) };
}

function namesIn(value: unknown): Set<string> {
  const text = JSON.stringify(value) ?? '';
  return new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name ?? ''));
}

async function firstKnown(name: string, lookups: readonly Lookup[]): Promise<string | undefined> {
  for (const lookup of lookups) {
    const value = await lookup(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function replaced(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(PLACEHOLDER, (whole, name: string) => values.get(name) ?? whole);
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item, values)]),
  );
}
