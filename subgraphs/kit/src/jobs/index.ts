export * from './job-fault.js';
export type * from './jobs.types.js';
