import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** The owner's connection. */
  readonly url: string;
  query<Row extends pg.QueryResultRow>(text: string, params?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database of the test file's own on the server that NEXUS_TEST_PG names. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.NEXUS_TEST_PG;
  if (!adminUrl) throw new Error('NEXUS_TEST_PG names no server: run the `int` project');
  const name = `kit_${randomBytes(6).toString('hex')}`;
  await once(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => {});
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(text: string, params?: unknown[]) =>
      (await pool.query<Row>(text, params)).rows,
    async drop() {
      await pool.end();
      await once(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Makes a role where it is missing; test files run side by side on one server. */
export async function ensureRole(url: string, role: string, password: string): Promise<string> {
  await once(
    url,
    `DO $$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD '${password}'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  const roleUrl = new URL(url);
  roleUrl.username = role;
  roleUrl.password = password;
  return roleUrl.href;
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
