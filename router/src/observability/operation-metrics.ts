import { Counter, Histogram, type Registry } from 'prom-client';
import { BoundedNames, type NameBound } from './bounded-names.js';
import type { OperationRecord } from './operation-record.js';

/** How many names that clients make up become labels, or which. */
export interface MetricsConfig {
  /** Names of operations; default: the first 100 that run. */
  readonly operations?: NameBound;
  /** Names of clients; default: the first 20. */
  readonly clients?: NameBound;
}

/** `refused`: not run, with errors only. */
export type OperationOutcome = 'ok' | 'error' | 'refused';

const SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];
const COSTS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
/** Codes of refusals are the router's, and the plugins' of the host. */
const MOST_CODES = 50;

/** Why the router itself ends a subscription; see `engine/last-words.ts`. */
const LAST_WORDS: ReadonlySet<unknown> = new Set([
  'SUBSCRIPTION_OVERFLOW',
  'SESSION_EXPIRED',
  'SCHEMA_CHANGED',
]);

/** What is counted of operations by what their clients call them. */
export class OperationMetrics {
  readonly #operations: BoundedNames;
  readonly #clients: BoundedNames;
  readonly #codes = new BoundedNames(MOST_CODES);
  readonly #total: Counter<'operation' | 'client' | 'outcome'>;
  readonly #duration: Histogram<'operation'>;
  readonly #refused: Counter<'code'>;
  readonly #cut: Counter<'code'>;
  readonly #estimated: Histogram<string>;
  readonly #actual: Histogram<string>;

  constructor(registry: Registry, { operations = 100, clients = 20 }: MetricsConfig = {}) {
    this.#operations = new BoundedNames(operations);
    this.#clients = new BoundedNames(clients);
    const registers = [registry];
    this.#total = new Counter({
      name: 'router_operations_total',
      help: 'Operations that were run, by name, client and outcome; a subscription when it ends.',
      labelNames: ['operation', 'client', 'outcome'],
      registers,
    });
    this.#duration = new Histogram({
      name: 'router_operation_total_duration_seconds',
      help: 'Queries and mutations from arrival to answer, by name.',
      labelNames: ['operation'],
      buckets: SECONDS,
      registers,
    });
    this.#refused = new Counter({
      name: 'router_operations_refused_total',
      help: 'Operations that were not run, by the code of their first error.',
      labelNames: ['code'],
      registers,
    });
    this.#cut = new Counter({
      name: 'router_subscriptions_cut_total',
      help: 'Subscriptions that were ended by the router, by the code of its last word.',
      labelNames: ['code'],
      registers,
    });
    this.#estimated = new Histogram({
      name: 'router_operation_cost_estimated',
      help: 'Estimated cost of operations, refused ones too, where demand control is on.',
      buckets: COSTS,
      registers,
    });
    this.#actual = new Histogram({
      name: 'router_operation_cost_actual',
      help: 'Actual cost of answers, where it is counted.',
      buckets: COSTS,
      registers,
    });
  }

  /** `code` is that of the first error; of a subscription, of its last event. */
  ended(record: OperationRecord, outcome: OperationOutcome, code: unknown): void {
    const { cost, operation: info } = record;
    if (cost) this.#estimated.observe(cost.estimated);
    if (outcome === 'refused') {
      const known = typeof code === 'string' ? code : undefined;
      this.#refused.inc({ code: this.#codes.label(known, 'none') });
      return;
    }
    if (cost?.actual !== undefined) this.#actual.observe(cost.actual);
    const operation = this.#operations.label(info?.name, 'anonymous');
    const client = this.#clients.label(record.arrival.client, 'unknown');
    this.#total.inc({ operation, client, outcome });
    if (info?.kind === 'subscription') {
      if (LAST_WORDS.has(code)) this.#cut.inc({ code: String(code) });
    } else {
      this.#duration.observe({ operation }, record.elapsed() / 1_000);
    }
  }
}
