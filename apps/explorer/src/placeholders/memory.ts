import type { Lookup } from './placeholder.types.js';

const KEY = 'nexus-explorer:remembered';
const DEPTH = 3;

type Known = Record<string, string>;

/** What mutations made, by the name it has in their payload: `client.id`, `invoice.total.amount`. */
export interface Memory {
  readonly lookup: Lookup;
  remember(data: unknown): void;
}

/** Kept in the browser, because the flow is often watched from a second window. */
export function createMemory(storage: Pick<Storage, 'getItem' | 'setItem'>): Memory {
  return {
    lookup: (name) => load(storage)[name],
    remember(data) {
      const made = factsIn(data);
      if (Object.keys(made).length === 0) return;
      storage.setItem(KEY, JSON.stringify({ ...load(storage), ...made }));
    },
  };
}

function load(storage: Pick<Storage, 'getItem'>): Known {
  try {
    return Object.assign(Object.create(null), JSON.parse(storage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

/** `{clientCreate: {client: {id}}}` says what `client.id` is. */
function factsIn(data: unknown): Known {
  const known: Known = {};
  for (const payload of Object.values(data ?? {})) {
    for (const [name, made] of Object.entries(payload ?? {})) {
      const list = Array.isArray(made);
      const entity = list ? made[0] : made;
      if (isEntity(entity)) collect(entity, list ? singular(name) : name, known, DEPTH);
    }
  }
  return known;
}

function isEntity(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function collect(value: object, prefix: string, known: Known, depth: number): void {
  for (const [key, item] of Object.entries(value)) {
    const name = `${prefix}.${key}`;
    if (typeof item === 'string' || typeof item === 'number') known[name] = String(item);
    else if (depth > 1 && item && !Array.isArray(item) && typeof item === 'object') {
      collect(item, name, known, depth - 1);
    }
  }
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/s$/, '');
}
