import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QUEUE_SCHEMA } from '@nexus/kit/jobs';
import pg from 'pg';
import { type Foundation, migrateAll } from '../house/foundation.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { subgraphs } from '../subgraphs.js';
import { seedDemo } from './seed.js';

/** Stands while the demo is being told: whoever finds it at start knows that the story broke off. */
function marker({ environment }: Foundation): string {
  return join(environment.dataDir, 'seeding');
}

/**
 * Gives an empty database the demo. A seed that broke off is wiped and told anew: nothing else is in such a
 * database. Answers false where there are tenants already.
 */
export async function prepareDemo(
  base: Foundation,
  say: (sentence: string) => void,
): Promise<boolean> {
  if (existsSync(marker(base))) {
    say('The last seed broke off; beginning anew …');
    await wipe(base.urls.owner);
    await migrateAll(base.urls);
  } else if (await hasTenants(base.urls.owner)) {
    return false;
  }
  await writeFile(marker(base), new Date().toISOString());
  // Commits do not wait for the disk: what a crash would lose is told anew anyway.
  const house = await openNexusHouse(base, { work: true, durable: false });
  try {
    await seedDemo(house, base, say);
  } finally {
    await house.close();
  }
  await settle(base.urls.owner);
  await rm(marker(base));
  return true;
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

function hasTenants(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM identity.tenant_entry LIMIT 1');
    return (rowCount ?? 0) > 0;
  });
}

function wipe(ownerUrl: string): Promise<void> {
  const schemas = ['kit', QUEUE_SCHEMA, ...subgraphs.map(({ name }) => name)];
  return asOwner(ownerUrl, async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${schemas.join(', ')} CASCADE`);
  });
}

/** Brings what was committed without waiting onto the disk, and tells the planner how the tables look now. */
function settle(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (client) => {
    await client.query('CHECKPOINT');
    await client.query('ANALYZE');
  });
}
