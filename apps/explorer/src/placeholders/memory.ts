import { type Facts, factsIn } from './facts.js';
import type { Lookup } from './placeholder.types.js';

const KEY = 'nexus-explorer:remembered';
/** Tenants that are remembered at most: the ones written last. */
const TENANTS = 4;

/** What mutations made, by the name it has in their payload: `client.id`, `invoice.total.amount`. */
export interface Memory {
  readonly lookup: Lookup;
  remember(data: unknown): void;
}

/**
 * Kept in the browser, because the flow is often watched from a second window; and for each tenant,
 * because ids of another one (or of the demo before a reset) mean nothing here.
 * @param tenantId of whoever is signed in; null for nobody and for the operator
 */
export function createMemory(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  tenantId: () => string | null,
): Memory {
  const here = () => tenantId() ?? 'none';
  return {
    lookup: (name) => load(storage).get(here())?.[name],
    remember(data) {
      const made = factsIn(data);
      if (Object.keys(made).length === 0) return;
      const all = load(storage);
      const known = { ...all.get(here()), ...made };
      all.delete(here());
      all.set(here(), known);
      storage.setItem(KEY, JSON.stringify([...all].slice(-TENANTS)));
    },
  };
}

function load(storage: Pick<Storage, 'getItem'>): Map<string, Facts> {
  try {
    const entries: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    if (!Array.isArray(entries)) return new Map();
    return new Map(
      entries.map(([tenant, facts]) => [tenant, Object.assign(Object.create(null), facts)]),
    );
  } catch {
    return new Map();
  }
}
