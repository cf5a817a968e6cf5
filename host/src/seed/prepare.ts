import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { QUEUE_SCHEMA } from '@nexus/kit/jobs';
import pg from 'pg';
import { type Foundation, migrateAll } from '../house/foundation.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { subgraphs } from '../subgraphs.js';
import { seedDemo } from './seed.js';

/** Stands on the database while the demo is being told: whoever finds it there knows that the story broke off. */
const UNFINISHED = 'nexus: the demo is being told';

/**
 * Gives an empty database the demo. A seed that broke off is wiped and told anew: nothing else is in such a
 * database. Answers false where there are tenants already. Two at once: the second waits and finds the first's.
 */
export function prepareDemo(base: Foundation, say: (sentence: string) => void): Promise<boolean> {
  return asOwner(base.urls.owner, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('nexus:seed', 0))`);
    if (await isUnfinished(client)) {
      say('The last seed broke off; beginning anew …');
      await wipe(client);
      await migrateAll(base.urls);
    } else if (await hasTenants(client)) {
      return false;
    }
    await client.query(`COMMENT ON SCHEMA kit IS '${UNFINISHED}'`);
    // Commits do not wait for the disk: what a crash would lose is told anew anyway.
    const house = await openNexusHouse(base, { work: true, durable: false });
    try {
      await seedDemo(house, base, say);
    } finally {
      await house.close();
    }
    await settle(client);
    collectGarbage();
    await client.query('COMMENT ON SCHEMA kit IS NULL');
    return true;
  });
}

async function asOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** In the database, not beside it: a data directory may come to stand before another database. */
async function isUnfinished(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT obj_description(to_regnamespace('kit'), 'pg_namespace') AS comment`,
  );
  return rows[0]?.comment === UNFINISHED;
}

async function hasTenants(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM identity.tenant_entry LIMIT 1');
  return (rowCount ?? 0) > 0;
}

async function wipe(client: pg.Client): Promise<void> {
  const schemas = ['kit', QUEUE_SCHEMA, ...subgraphs.map(({ name }) => name)];
  await client.query(`DROP SCHEMA IF EXISTS ${schemas.join(', ')} CASCADE`);
}

/** Brings what was committed without waiting onto the disk, and tells the planner how the tables look now. */
async function settle(client: pg.Client): Promise<void> {
  await client.query('CHECKPOINT');
  await client.query('ANALYZE');
}

/** The story leaves hundreds of MiB behind, which V8 would keep for minutes in a process that has nothing to do. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
