import pg from 'pg';
import { kitMigrations, type Migration } from './schema.js';

const LOCK = 4_201_000;

/**
 * Brings the database to the present schema: the kit's migrations first, then each subgraph's, each once and
 * in a transaction of its own. Runs as the owner. Two migrating processes wait for each other.
 * Returns the ids that were applied now. Throws what PostgreSQL throws; what ran before stays.
 */
export async function migrate(
  ownerUrl: string,
  subgraphs: readonly { readonly schema: string; readonly migrations: readonly Migration[] }[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS kit;
      GRANT USAGE ON SCHEMA kit TO nexus_app, nexus_log;
      CREATE TABLE IF NOT EXISTS kit.migration (id text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());`);
    const { rows } = await client.query<{ id: string }>('SELECT id FROM kit.migration');
    const done = new Set(rows.map((row) => row.id));
    for (const { schema } of subgraphs) {
      await client.query(
        `CREATE SCHEMA IF NOT EXISTS ${schema}; GRANT USAGE ON SCHEMA ${schema} TO nexus_app;`,
      );
    }
    for (const { id, sql } of [
      ...kitMigrations,
      ...subgraphs.flatMap(({ migrations }) => migrations),
    ]) {
      if (done.has(id)) continue;
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query('INSERT INTO kit.migration (id) VALUES ($1)', [id]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw new MigrationFailed(id, { cause: error });
      }
      applied.push(id);
    }
    await markEpoch(client);
    return applied;
  } finally {
    await client.end();
  }
}

/** A migration that PostgreSQL refused; `cause` says why. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';

  constructor(
    readonly migration: string,
    options: ErrorOptions,
  ) {
    const why = options.cause instanceof Error ? options.cause.message : String(options.cause);
    super(`Migration ${migration} failed: ${why}`, options);
  }
}

/** Begins a new epoch when the log stands in another cluster than before, where transaction ids count anew. */
async function markEpoch(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO kit.log_epoch (epoch, system_identifier, since)
    SELECT coalesce((SELECT max(epoch) FROM kit.log_epoch), 0) + 1, c.system_identifier, now()
    FROM pg_control_system() c
    WHERE NOT EXISTS (
      SELECT FROM kit.log_epoch e
      WHERE e.epoch = (SELECT max(epoch) FROM kit.log_epoch) AND e.system_identifier = c.system_identifier)`);
}
