export * from './context.js';
export * from './cursor.js';
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Row,
  type SqlValue,
  type Tenancy,
  Transaction,
  tenancyOf,
} from './database.js';
export * from './faults.js';
export * from './kernel.js';
export { type Envelope, EventLog, type EventRow, type LogFilter, type NewEvent } from './log.js';
export * from './migrate.js';
export { KeyRing } from './personal.js';
export * from './registry.js';
export { APP_ROLE, CURRENT_TENANT, LOG_ROLE, type Migration, tenantPolicy } from './schema.js';
export type { SqlRunner } from './sql-runner.js';
export { eraseSubject } from './subject-keys.js';
export { INLINE_LOCK, write } from './write.js';
export {
  type Loaded,
  type RunOptions,
  type RunResult,
  shortName,
  streamName,
  WriteSession,
} from './write-session.js';
