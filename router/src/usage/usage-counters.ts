import { LruCache } from '../support/lru-cache.js';
import { type FoundInputs, noInputs } from './input-coordinates.js';
import type { ReadOperation } from './read-operation.js';
import type { UsageBatch, UsageCount, UsedOperation } from './usage-store.js';

/** As whom a client asks. */
export interface UsageClient {
  readonly client: string | undefined;
  readonly version: string | undefined;
  readonly contract: string | undefined;
}

export interface UsageBounds {
  /** Different operations per client, between two batches. */
  readonly counters: number;
  /** Different clients and versions, between two batches; the others are one. */
  readonly clients: number;
}

interface Counter extends UsageClient, FoundInputs {
  readonly operation: UsedOperation;
  count: number;
  errors: number;
  firstSeen: number;
  lastSeen: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Stands for the clients that are too many to be told apart. */
const OTHER = 'other';

/** Counts between two batches: never more than its bounds. */
export class UsageCounters {
  #counters = new Map<string, Map<string, Counter>>();
  #size = 0;
  #clients = new Set<string>();
  #uncounted = 0;
  /** Operations that the store has; told anew each day, as the store may have dropped what was not used for long. */
  #told: LruCache<string, true>;
  #day = 0;

  constructor(private readonly bounds: UsageBounds) {
    this.#told = new LruCache(bounds.counters);
  }

  /** Counts one answer. Returns where coordinates of its variables go; `undefined`: it is not counted. */
  count(
    { operation }: ReadOperation,
    asked: UsageClient,
    failed: boolean,
    now: number,
  ): FoundInputs | undefined {
    const counter = this.#counter(operation, asked, now);
    if (!counter) {
      this.#uncounted++;
      return undefined;
    }
    counter.count++;
    if (failed) counter.errors++;
    counter.lastSeen = now;
    return counter;
  }

  /** What was counted since the last time, which is then forgotten; `undefined`: nothing. */
  take(now: number): { readonly batch: UsageBatch; readonly restore: () => void } | undefined {
    if (this.#size === 0 && this.#uncounted === 0) return undefined;
    const counters = [...this.#counters.values()].flatMap((clients) => [...clients.values()]);
    const uncounted = this.#uncounted;
    this.#counters = new Map();
    this.#size = 0;
    this.#clients = new Set();
    this.#uncounted = 0;
    if (Math.floor(now / DAY_MS) !== this.#day) {
      this.#day = Math.floor(now / DAY_MS);
      this.#told = new LruCache(this.bounds.counters);
    }
    const used = new Map(counters.map(({ operation }) => [operation.hash, operation]));
    const operations = [...used.values()].filter(({ hash }) => !this.#told.get(hash));
    for (const { hash } of operations) this.#told.set(hash, true);
    const restore = (): void => {
      for (const { hash } of operations) this.#told.delete(hash);
      for (const counter of counters) this.#restore(counter);
      this.#uncounted += uncounted;
    };
    return { batch: { operations, counts: counters.map(toCount), uncounted }, restore };
  }

  #counter(operation: UsedOperation, asked: UsageClient, now: number): Counter | undefined {
    const clients = this.#counters.get(operation.hash);
    const known = clients?.get(keyOf(asked));
    if (known) return known;
    const client = this.#bounded(asked);
    const key = keyOf(client);
    const other = clients?.get(key);
    if (other) return other;
    if (this.#size >= this.bounds.counters) return undefined;
    this.#size++;
    const seen = { count: 0, errors: 0, firstSeen: now, lastSeen: now };
    const counter = { operation, ...client, ...seen, ...noInputs() };
    this.#counters.set(operation.hash, (clients ?? new Map()).set(key, counter));
    return counter;
  }

  #bounded(asked: UsageClient): UsageClient {
    const name = `${asked.client}\n${asked.version}`;
    if (this.#clients.has(name)) return asked;
    if (this.#clients.size >= this.bounds.clients) {
      return { client: OTHER, version: undefined, contract: asked.contract };
    }
    this.#clients.add(name);
    return asked;
  }

  #restore(former: Counter): void {
    const counter = this.#counter(former.operation, former, former.firstSeen);
    if (!counter) {
      this.#uncounted += former.count;
      return;
    }
    counter.count += former.count;
    counter.errors += former.errors;
    counter.firstSeen = Math.min(counter.firstSeen, former.firstSeen);
    counter.lastSeen = Math.max(counter.lastSeen, former.lastSeen);
    for (const input of former.inputs) counter.inputs.add(input);
    for (const input of former.deprecatedInputs) counter.deprecatedInputs.add(input);
  }
}

function keyOf({ client, version, contract }: UsageClient): string {
  return `${client ?? ''}\n${version ?? ''}\n${contract ?? ''}`;
}

function toCount(counter: Counter): UsageCount {
  const { operation, client, version, contract, count, errors } = counter;
  return {
    hash: operation.hash,
    ...(client !== undefined && { client }),
    ...(version !== undefined && { version }),
    ...(contract !== undefined && { contract }),
    count,
    errors,
    firstSeen: new Date(counter.firstSeen).toISOString(),
    lastSeen: new Date(counter.lastSeen).toISOString(),
    inputs: [...counter.inputs].sort(),
    deprecatedInputs: [...counter.deprecatedInputs].sort(),
  };
}
