import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Migration, migrate } from '../events/index.js';
import { kitMigrations } from '../events/schema.js';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly logUrl: string;
  /** Runs SQL as the owner: to look at raw tables. */
  sql<Row = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

interface Schema {
  readonly schema: string;
  readonly migrations: readonly Migration[];
}

/** Login roles of the tests' own, members of the real ones, so that no test depends on real passwords. */
const LOGINS = { nexus_test_app: 'nexus_app', nexus_test_log: 'nexus_log' } as const;

function withDatabase(adminUrl: string, database: string, login?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (login) {
    url.username = login;
    url.password = login;
  }
  return url.href;
}

async function admin<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureLogins(client: pg.Client): Promise<void> {
  for (const [login, role] of Object.entries(LOGINS)) {
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} LOGIN NOBYPASSRLS; END IF;
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${login}') THEN
        CREATE ROLE ${login} LOGIN PASSWORD '${login}' NOBYPASSRLS IN ROLE ${role};
      END IF; END $$`);
  }
}

/** Makes the migrated template once per state of the migrations, however many test files ask at once. */
async function ensureTemplate(adminUrl: string, schemas: readonly Schema[]): Promise<string> {
  const all = [...kitMigrations, ...schemas.flatMap(({ migrations }) => migrations)];
  const template = `nexus_tpl_${createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)}`;
  await admin(adminUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('nexus:test-template', 0))`);
    await ensureLogins(client);
    const { rowCount } = await client.query(
      'SELECT FROM pg_database WHERE datname = $1 AND datistemplate',
      [template],
    );
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${template}`);
    await client.query(`CREATE DATABASE ${template}`);
    await migrate(withDatabase(adminUrl, template), schemas);
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  });
  return template;
}

let counter = 0;

/**
 * A database of its own for a test file, cloned from a migrated template in milliseconds. The server is the one
 * that the integration run has started (NEXUS_TEST_PG). Throws RangeError where there is none.
 */
export async function createTestDatabase(schemas: readonly Schema[]): Promise<TestDatabase> {
  const adminUrl = process.env.NEXUS_TEST_PG;
  if (!adminUrl)
    throw new RangeError('NEXUS_TEST_PG names no server: run through jest’s `int` project');
  const template = await ensureTemplate(adminUrl, schemas);
  const name = `nexus_test_${process.pid}_${Date.now().toString(36)}_${counter++}`;
  await admin(adminUrl, async (client) => {
    for (let attempt = 0; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
        return;
      } catch (error) {
        // Another file is cloning the same template at this moment.
        if (attempt > 20 || (error as { code?: string }).code !== '55006') throw error;
        await sleep(50);
      }
    }
  });
  const ownerUrl = withDatabase(adminUrl, name);
  return {
    ownerUrl,
    appUrl: withDatabase(adminUrl, name, 'nexus_test_app'),
    logUrl: withDatabase(adminUrl, name, 'nexus_test_log'),
    sql: (text, params = []) =>
      admin(ownerUrl, async (client) => (await client.query(text, [...params])).rows as never),
    drop: () =>
      admin(
        adminUrl,
        async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
      ),
  };
}
