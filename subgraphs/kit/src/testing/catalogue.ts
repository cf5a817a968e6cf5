interface TableRow {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly has_tenant: boolean;
  readonly tenant_policy: boolean;
  readonly tenant_in_keys: boolean;
}

/**
 * Schemas and tables that hold no tenant's rows: PostgreSQL's own, the queues (ids only), and the kit's
 * bookkeeping of processes. Everything else must be protected.
 */
const OUTSIDE_SCHEMAS = ['pg_catalog', 'information_schema', 'pg_toast', 'bullmq', 'public'];
const OUTSIDE_TABLES = [
  'kit.migration',
  'kit.log_epoch',
  'kit.consumer',
  'kit.projection',
  'kit.job',
];

type Sql = <Row>(text: string, params?: readonly unknown[]) => Promise<Row[]>;

/**
 * Walks PostgreSQL's catalogue: every table with its flaw, where it has one. Empty means that no table was
 * forgotten: `tenant_id`, row-level security enabled and forced, a policy on it, and the tenant in each
 * unique key and foreign key (which see through policies).
 */
export async function unprotectedTables(sql: Sql): Promise<string[]> {
  const tables = await sql<TableRow>(
    `SELECT n.nspname || '.' || c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull) AS has_tenant,
       EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd = '*'
         AND pg_get_expr(p.polqual, p.polrelid) LIKE '%tenant_id%app.tenant%') AS tenant_policy,
       NOT EXISTS (
         SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f')
           AND NOT EXISTS (SELECT FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey) AND a.attname = 'tenant_id')) AS tenant_in_keys
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname <> ALL ($1) AND n.nspname || '.' || c.relname <> ALL ($2)`,
    [OUTSIDE_SCHEMAS, OUTSIDE_TABLES],
  );
  return tables.flatMap(({ name, enabled, forced, has_tenant, tenant_policy, tenant_in_keys }) => {
    if (!has_tenant) return [`${name} has no tenant_id NOT NULL`];
    if (!enabled || !forced) return [`${name} does not force row-level security`];
    if (!tenant_policy) return [`${name} has no policy on the tenant`];
    if (!tenant_in_keys) return [`${name} has a key without the tenant`];
    return [];
  });
}

/** Roles of ours that could look past the policies, or write what they should not. */
export async function overprivilegedRoles(sql: Sql): Promise<string[]> {
  const rows = await sql<{ rolname: string }>(
    `SELECT rolname FROM pg_roles WHERE rolname LIKE 'nexus%' AND rolname <> current_user
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
  );
  return rows.map(({ rolname }) => rolname);
}
