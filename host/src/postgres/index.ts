export { runningPostgresUrl } from './attach.js';
export { databaseUrls, provisionDatabase } from './provision.js';
export { startPostgres } from './start.js';
export type { DatabaseUrls, RunningPostgres } from './types.js';
