import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { deriveKey } from '../config/master-key.js';
import { StartupProblem } from '../config/startup-problem.js';
import type { DatabaseUrls } from './types.js';

export const ROLES = { app: 'nexus_app', log: 'nexus_log' } as const;

export interface ProvisionOptions {
  /** The roles' passwords are derived from it, so that every process knows them. */
  readonly masterKey: Buffer;
  /** Default: the database that `adminUrl` names, or `nexus` when that is `postgres`. */
  readonly database?: string;
}

/**
 * Makes the database and the roles `nexus_app` and `nexus_log` where they are missing and sets
 * their passwords. Safe to repeat and to run from several processes at once. Refuses roles that
 * could look past row-level security. Throws a `StartupProblem`.
 */
export async function provisionDatabase(
  adminUrl: string,
  options: ProvisionOptions,
): Promise<DatabaseUrls> {
  const urls = databaseUrls(adminUrl, options);
  const database = databaseName(urls.owner);
  await withClient(withDatabase(adminUrl, 'postgres'), async (client) => {
    // One at a time over the whole server; the lock ends with the connection.
    await client.query("SELECT pg_advisory_lock(hashtextextended('nexus:provision', 0))");
    for (const kind of ['app', 'log'] as const) {
      await ensureRole(client, ROLES[kind], new URL(urls[kind]).password);
    }
    await ensureDatabase(client, database);
    const roles = Object.values(ROLES).map(escapeIdentifier).join(', ');
    await client.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${roles}`);
  });
  return urls;
}

/** The connection URLs that `provisionDatabase` makes true, without touching the server. */
export function databaseUrls(adminUrl: string, options: ProvisionOptions): DatabaseUrls {
  const given = databaseName(adminUrl);
  const database = options.database ?? (given === 'postgres' || given === '' ? 'nexus' : given);
  const owner = withDatabase(adminUrl, database);
  const as = (role: string): string => {
    const url = new URL(owner);
    url.username = role;
    url.password = deriveKey(options.masterKey, `database-role:${role}`).toString('base64url');
    return url.href;
  };
  return { owner, app: as(ROLES.app), log: as(ROLES.log) };
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role);
  const secret = escapeLiteral(password);
  const find = () =>
    client.query<{ privileged: boolean }>(
      'SELECT rolsuper OR rolbypassrls OR rolcreaterole AS privileged FROM pg_roles WHERE rolname = $1',
      [role],
    );
  const limits = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  const exists = (await find()).rows.length > 0;
  await client.query(
    exists
      ? `ALTER ROLE ${name} LOGIN PASSWORD ${secret}`
      : `CREATE ROLE ${name} ${limits} PASSWORD ${secret}`,
  );
  if ((await find()).rows[0]?.privileged)
    throw new StartupProblem(
      'DATABASE_TOO_PRIVILEGED',
      `The database role ${role} may look past row-level security. Take that away: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
    );
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rows.length > 0) return;
  await client.query(
    `CREATE DATABASE ${escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'`,
  );
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query under way fails by itself
  try {
    await client.connect();
    await work(client);
  } catch (cause) {
    if (cause instanceof StartupProblem) throw cause;
    const { host } = new URL(url);
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartupProblem(
      'DATABASE_UNREACHABLE',
      `The database server at ${host} cannot be prepared (${reason}). Check DATABASE_URL: its user must be able to create databases and roles.`,
      { cause },
    );
  } finally {
    await client.end();
  }
}

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}
