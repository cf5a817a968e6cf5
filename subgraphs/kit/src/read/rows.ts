import { getMetadataArgsStorage } from 'typeorm';
import type { Row, SqlValue } from '../events/database.js';
import type { SqlRunner } from '../events/sql-runner.js';

export type EntityClass<Entity extends object = object> = new () => Entity;

export interface EntityColumn {
  readonly property: string;
  readonly column: string;
  /** PostgreSQL type with `[]` for arrays. */
  readonly type: string;
}

/** How an entity class lies in the database; read once from its TypeORM decorators. */
export interface EntityMap {
  readonly table: string;
  readonly columns: readonly EntityColumn[];
  /** The columns qualified by `t`, ready for a SELECT. */
  readonly select: string;
}

const maps = new Map<EntityClass, EntityMap>();

/** `clientId` → `client_id`: the naming of all tables, here and in the data source. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Throws TypeError for a class without @Entity({ schema, name }). */
export function entityMap(entity: EntityClass): EntityMap {
  const known = maps.get(entity);
  if (known) return known;
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find(({ target }) => target === entity);
  if (!table?.schema || !table.name)
    throw new TypeError(`${entity.name} is no @Entity({ schema, name })`);
  const lineage = new Set<unknown>();
  for (let type: unknown = entity; typeof type === 'function'; type = Object.getPrototypeOf(type))
    lineage.add(type);
  const columns = storage.columns
    .filter(({ target }) => lineage.has(target))
    .map(({ propertyName, options }) => ({
      property: propertyName,
      column: options.name ?? snakeCase(propertyName),
      type: `${String(options.type)}${options.array ? '[]' : ''}`,
    }));
  const map = {
    table: `${table.schema}.${table.name}`,
    columns,
    select: columns.map(({ column }) => `t.${column}`).join(', '),
  };
  maps.set(entity, map);
  return map;
}

/** Makes an entity of a database row. */
export function hydrate<Entity extends object>(entity: EntityClass<Entity>, row: Row): Entity {
  const instance = Object.create(entity.prototype as object) as Record<string, unknown>;
  for (const { property, column } of entityMap(entity).columns) instance[property] = row[column];
  return instance as Entity;
}

export interface SelectOptions {
  /** The id's property; `id` unless given. */
  readonly key?: string;
  readonly table?: string;
  readonly lock?: boolean;
}

/** Rows of an entity by id, those that the tenant's policies show. */
export async function selectRows<Entity extends object>(
  runner: SqlRunner,
  entity: EntityClass<Entity>,
  ids: readonly SqlValue[],
  { key = 'id', table, lock = false }: SelectOptions = {},
): Promise<Map<string, Entity>> {
  if (ids.length === 0) return new Map();
  const map = entityMap(entity);
  const column = map.columns.find(({ property }) => property === key)?.column ?? key;
  const rows = await runner.sql(
    `SELECT ${map.select} FROM ${table ?? map.table} t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.${column} = ANY ($1)${lock ? ' FOR UPDATE' : ''}`,
    [ids],
  );
  return new Map(rows.map((row) => [String(row[column]), hydrate(entity, row)]));
}
