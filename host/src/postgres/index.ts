export { runningPostgresUrl } from './attach.js';
export { databaseUrls, type ProvisionOptions, provisionDatabase } from './provision.js';
export { startPostgres } from './start.js';
export type { DatabaseUrls, PostgresOptions, RunningPostgres } from './types.js';
