export type { ConsumerStatus } from './consumer.js';
export * from './definition.js';
export { type LiveQuery, SubscriberTooSlow } from './live-events.js';
export type { ParkedEvent } from './parked.js';
export { RebuildInProgress, type RebuildOptions, type RebuildReport, rebuild } from './rebuild.js';
export type { ParkedStream, ReplayOutcome } from './replayer.js';
export { ConsumerRuntime } from './runtime.js';
export { type ConsumerStanding, LAG_CAP } from './standing.js';
export type { TenantFacts } from './tenants.js';
