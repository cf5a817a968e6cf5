import { APP_ROLE, LOG_ROLE, tenantPolicy } from '../events/schema.js';

export interface ReadTableSpec {
  readonly schema: string;
  readonly name: string;
  /** Column definitions without `tenant_id`, as in CREATE TABLE. */
  readonly columns: string;
  /** Columns of the primary key behind `tenant_id`; `id` unless given. */
  readonly key?: readonly string[];
  /** Each the inside of CREATE INDEX: `(tenant_id, project_id, rank)`; starts with UNIQUE for a unique one. */
  readonly indexes?: readonly string[];
  /** The column with the client a row belongs to: client users see no other rows. */
  readonly clientColumn?: string;
  /** Policies beyond those of tenant and client, for a table of this name. */
  readonly policies?: (table: string) => string;
  /** No row policy for client users is needed: they see no row at all unless this names why they may see all. */
  readonly clientsSee?: 'nothing' | 'all';
}

export interface ReadTable {
  /** `schema.name` */
  readonly name: string;
  /** The whole table under any name: a table and its shadow during a rebuild come from this one function. */
  ddl(name?: string): string;
  /** The same without its secondary indexes, which are built faster over what is there already. */
  bare(name: string): string;
  /** The secondary indexes alone. */
  indexes(name: string): string;
}

const CLIENT = `(select current_setting('app.client'))`;

function clientPolicy(table: string, { clientColumn, clientsSee = 'all' }: ReadTableSpec): string {
  if (clientColumn) {
    return `CREATE POLICY client ON ${table} AS RESTRICTIVE USING (${CLIENT} = '' OR ${clientColumn} = ${CLIENT});`;
  }
  return clientsSee === 'nothing'
    ? `CREATE POLICY client ON ${table} AS RESTRICTIVE USING (${CLIENT} = '');`
    : '';
}

/** Declares a table of a read model: tenant column, forced row-level security, restrictive client policy, grants. */
export function readTable(spec: ReadTableSpec): ReadTable {
  const name = `${spec.schema}.${spec.name}`;
  const bare = (table: string) => `
        CREATE TABLE ${table} (
          tenant_id uuid NOT NULL,
          ${spec.columns.trim().replace(/,$/, '')},
          PRIMARY KEY (tenant_id, ${(spec.key ?? ['id']).join(', ')})
        );
        ${tenantPolicy(table)}
        ${clientPolicy(table, spec)}
        ${spec.policies?.(table) ?? ''}
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${APP_ROLE};`;
  const indexes = (table: string) =>
    (spec.indexes ?? [])
      .map((index) => {
        const unique = index.startsWith('UNIQUE') ? 'UNIQUE ' : '';
        return `CREATE ${unique}INDEX ON ${table} ${index.replace(/^UNIQUE\s+/, '')};`;
      })
      .join('\n');
  return { name, bare, indexes, ddl: (table = name) => `${bare(table)}\n${indexes(table)}` };
}

/** The same for a guard: a table that holds under concurrency and is never rebuilt. */
export const guardTable = readTable;

/** Roles that migrations grant to; re-exported for hand-written SQL. */
export const ROLES = { app: APP_ROLE, log: LOG_ROLE } as const;
