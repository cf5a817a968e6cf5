import type { RouterLimits } from '../config.js';

const DEFAULTS: RouterLimits = {
  bodyBytes: 1024 * 1024,
  tokens: 15_000,
  depth: 200,
  operationDepth: 50,
  height: 10_000,
  rootFields: 200,
  aliases: 1_000,
  directives: 1_000,
  deferredFragments: 20,
  listItems: 10_000,
  operationTimeoutMs: 30_000,
  eventQueue: 1_000,
  subscriptionsPerSocket: 100,
  eventReservations: 1_000,
  batch: 10,
  cachedOperations: 1_000,
};

export function withDefaults(limits: Partial<RouterLimits> = {}): RouterLimits {
  return { ...DEFAULTS, ...limits };
}
