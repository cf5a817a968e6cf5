import { runMigrations } from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from './hub.js';

/**
 * Brings BullMQ's tables (schema `bullmq`, not by tenant: rows carry ids only) to the present version and lets
 * `role` work with them. Runs as the owner, at migration time; safe to repeat and to run twice at once.
 */
export async function migrateQueues(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  const grantee = pg.escapeIdentifier(role);
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('${QUEUE_SCHEMA}:grants'))`);
    await client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${grantee};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${grantee};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${grantee};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${grantee};`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
