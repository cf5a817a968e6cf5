export type { ConsumerStatus } from './consumer.js';
export * from './definition.js';
export { type LiveQuery, SubscriberTooSlow } from './live-events.js';
export type { ParkedEvent } from './parked.js';
export { type RebuildReport, rebuild } from './rebuild.js';
export { ConsumerRuntime } from './runtime.js';
export type { TenantFacts } from './tenants.js';
