import type { RecordedUsage } from './recorded-usage.js';

/** What one client did with an element of the schema. */
export interface ClientUse {
  /** Absent where it does not say. */
  readonly client: string | undefined;
  readonly version: string | undefined;
  count: number;
  errors: number;
  lastSeen: string;
  /** Names of its operations; those without one by their hash. */
  readonly operations: Set<string>;
}

export interface ElementUse {
  readonly coordinate: string;
  deprecated: boolean;
  count: number;
  lastSeen: string;
  readonly clients: Map<string, ClientUse>;
}

/** Who uses what, the most used first. */
export function elementsInUse(usage: RecordedUsage, ofClient?: string): ElementUse[] {
  const elements = new Map<string, ElementUse>();
  for (const count of usage.counts) {
    const { client, version, inputs, deprecatedInputs, lastSeen } = count;
    if (ofClient !== undefined && client !== ofClient) continue;
    const operation = usage.operations.get(count.hash);
    const deprecated = new Set([...(operation?.deprecated ?? []), ...deprecatedInputs]);
    for (const coordinate of new Set([...(operation?.coordinates ?? []), ...inputs])) {
      const element = elements.get(coordinate) ?? unused(coordinate);
      elements.set(coordinate, element);
      element.count += count.count;
      element.deprecated ||= deprecated.has(coordinate);
      element.lastSeen = later(element.lastSeen, lastSeen);
      const key = JSON.stringify([client, version]);
      const use = element.clients.get(key) ?? newClient(client, version);
      element.clients.set(key, use);
      use.count += count.count;
      use.errors += count.errors;
      use.lastSeen = later(use.lastSeen, lastSeen);
      use.operations.add(operation?.name ?? count.hash.slice(0, 12));
    }
  }
  return [...elements.values()].sort(
    (a, b) => b.count - a.count || (a.coordinate < b.coordinate ? -1 : 1),
  );
}

function unused(coordinate: string): ElementUse {
  return { coordinate, deprecated: false, count: 0, lastSeen: '', clients: new Map() };
}

function newClient(client: string | undefined, version: string | undefined): ClientUse {
  return { client, version, count: 0, errors: 0, lastSeen: '', operations: new Set() };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
