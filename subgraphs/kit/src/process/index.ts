export type * from './process.types.js';
export { processManager } from './process-manager.js';
export { PROCESS_MIGRATION } from './process-schema.js';
export {
  type ParkedTimeout,
  type SweepOrigin,
  type TimeoutSweep,
  type TimeoutSweepOptions,
  timeoutSweep,
} from './timeout-sweep.js';
