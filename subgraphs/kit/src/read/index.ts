export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';
export * from './connection.js';
export * from './page.js';
export * from './policy-sql.js';
export * from './projection.js';
export { inlineProjector, project } from './projector.js';
export * from './read-platform.js';
export * from './read-session.js';
export * from './read-table.js';
export {
  type EntityClass,
  type EntityMap,
  entityMap,
  hydrate,
  selectRows,
  snakeCase,
} from './rows.js';
export { TenantRow } from './tenant-row.js';
