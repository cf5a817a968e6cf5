import 'reflect-metadata';

export * from './build-schema.js';
export * from './connection-types.js';
export * from './decorators.js';
export * from './define-subgraph.js';
export * from './enumeration.js';
export * from './execute.js';
export * from './filters.js';
export * from './graph-context.js';
export { sweepKeys } from './idempotency.js';
export * from './live-event.js';
export * from './money-type.js';
export { type Answer, type MutateOptions, mutate, mutateInSteps } from './mutate.js';
export * from './node.js';
export * from './payload.js';
export * from './scalars.js';
export * from './user-error.js';
