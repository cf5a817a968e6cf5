export * from './job-fault.js';
export type * from './jobs.types.js';
export {
  openPostgresHub,
  type PostgresHub,
  type PostgresHubOptions,
  QUEUE_SCHEMA,
} from './postgres/hub.js';
export { migrateQueues } from './postgres/migrate-queues.js';
export { type PostgresJobsOptions, postgresJobs } from './postgres/postgres-jobs.js';
export { type RedisJobsOptions, redisJobs } from './redis/redis-jobs.js';
