import { postgresJobs } from '../../src/jobs/index.js';
import { startQueueDatabase } from '../support/queue-database.js';
import { jobsContract } from './jobs.contract.js';

jobsContract('PostgreSQL', async () => {
  const database = await startQueueDatabase();
  return {
    open: async (options) =>
      postgresJobs({
        connection: database.hub((error) => options?.onError?.(error)),
        ...options,
      }),
    restart: () => database.restart(),
    goAway: () => database.goAway(),
    comeBack: () => database.comeBack(),
    stop: () => database.stop(),
  };
});
