import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { runNode, type Variables } from './nexus-process.js';
import { CAST, type Provisioned } from './people.js';

const SCRIPT = fileURLToPath(new URL('./provision.mjs', import.meta.url));

/** What a `nexus up` on this database needs to know, and who is in it. */
export interface Stage {
  readonly variables: Variables;
  readonly tenants: Provisioned;
  /** Runs SQL as the administrator: to look past every rule at what is really there. */
  sql<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  dispose(): Promise<void>;
}

/** Puts the tenants into the database that these variables name. */
async function provision(variables: Variables, dataDir: string): Promise<Provisioned> {
  const people = join(dataDir, 'people.json');
  writeFileSync(people, JSON.stringify(CAST));
  const made = join(dataDir, 'provisioned.json');
  const command = runNode([SCRIPT, people, made], { ...variables, NEXUS_DATA_DIR: dataDir });
  const { code } = await command.ended;
  if (code !== 0) throw new RangeError(`The tenants could not be made:\n${command.said()}`);
  return JSON.parse(readFileSync(made, 'utf8')) as Provisioned;
}

function newDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'nexus-e2e-'));
  chmodSync(directory, 0o711); // as root, PostgreSQL's own user must be able to enter
  return directory;
}

async function asAdmin<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A PostgreSQL of its own in a data directory of its own, as `npm start` has it: to be killed. */
export async function ownStage(): Promise<Stage> {
  const stage = emptyStage();
  const tenants = await provision({}, stage.variables.NEXUS_DATA_DIR ?? '');
  return { ...stage, tenants };
}

/** A data directory in which nothing is yet. */
export function emptyStage(): Omit<Stage, 'tenants'> {
  const dataDir = newDataDir();
  return {
    variables: { NEXUS_DATA_DIR: dataDir },
    sql: async <Row>(text: string, params: readonly unknown[] = []) => {
      const port = await readFile(join(dataDir, 'postgres.port'), 'utf8');
      const password = await readFile(join(dataDir, 'keys', 'postgres.password'), 'utf8');
      const url = `postgresql://postgres:${password.trim()}@127.0.0.1:${port.trim()}/nexus`;
      return asAdmin(url, async (client) => (await client.query(text, [...params])).rows as Row[]);
    },
    dispose: async () => {
      const pointer = await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '');
      if (pointer) rmSync(pointer.trim(), { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The tenants are made once per run of the tests; every file works on a copy of its own. */
async function template(adminUrl: string): Promise<{ name: string; tenants: Provisioned }> {
  const name = `nexus_e2e_${process.env.NEXUS_TEST_RUN ?? process.ppid}`;
  return asAdmin(adminUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('nexus:e2e-template', 0))`);
    const found = await client.query<{ tenants: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS tenants FROM pg_database WHERE datname = $1`,
      [name],
    );
    const known = found.rows[0]?.tenants;
    if (known) return { name, tenants: JSON.parse(known) as Provisioned };
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const dataDir = newDataDir();
    try {
      const tenants = await provision({ DATABASE_URL: withDatabase(adminUrl, name) }, dataDir);
      await client.query(
        `COMMENT ON DATABASE ${name} IS ${pg.escapeLiteral(JSON.stringify(tenants))}`,
      );
      return { name, tenants };
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}

/** A database on the server that the test run has started (NEXUS_TEST_PG). */
export async function sharedStage(): Promise<Stage> {
  const adminUrl = process.env.NEXUS_TEST_PG;
  if (!adminUrl) throw new RangeError('NEXUS_TEST_PG names no server: run jest’s `int` project');
  const { name: origin, tenants } = await template(adminUrl);
  const name = `${origin}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, async (client) => {
    // Copies are made one at a time: a template admits nobody else meanwhile.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('nexus:e2e-template', 0))`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${origin}`);
  });
  const dataDir = newDataDir();
  const url = withDatabase(adminUrl, name);
  return {
    variables: { NEXUS_DATA_DIR: dataDir, DATABASE_URL: url },
    tenants,
    sql: <Row>(text: string, params: readonly unknown[] = []) =>
      asAdmin(url, async (client) => (await client.query(text, [...params])).rows as Row[]),
    dispose: async () => {
      await asAdmin(adminUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
