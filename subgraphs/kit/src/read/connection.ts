import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isLocalDate, violation } from '../domain/index.js';
import { Refusal } from '../events/faults.js';
import { LazyPage, type Page } from './page.js';
import type { ReadSession } from './read-session.js';
import { type EntityClass, entityMap, hydrate } from './rows.js';

export const DEFAULT_PAGE = 25;
export const MAX_PAGE = 100;
/** `totalCount` counts no further than this. */
export const COUNT_CAP = 10_000;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One key of the order. `expression` must never be null (coalesce it) and be served by an index. */
export interface OrderTerm<Entity> {
  readonly expression: string;
  /** PostgreSQL type of the expression, for the cursor's comparison. */
  readonly type: 'text' | 'bigint' | 'date' | 'timestamptz' | 'integer';
  readonly direction: 'ASC' | 'DESC';
  /** The expression's value in a loaded row. */
  value(row: Entity): string | number | Date;
}

export interface PageSpec<Entity extends object> {
  readonly entity: EntityClass<Entity>;
  /** Conditions on the table, aliased `t`. */
  readonly where: Sql;
  readonly orderBy: readonly OrderTerm<Entity>[];
  readonly args: PageArgs;
  /** The id's property, the last tie-breaker; `id` unless given. */
  readonly key?: keyof Entity & string;
  /** PostgreSQL type of that property's column; `text` unless given. */
  readonly keyType?: 'text' | 'bigint' | 'uuid';
  /**
   * Rows whose column has one of these values, each value looked up by an index on it that ends with the order: a
   * page of a long list of values costs what it shows of each, and not what lies between.
   */
  readonly among?: { readonly column: string; readonly values: readonly string[] };
  /** Largest page; 100 unless given. */
  readonly max?: number;
}

type CursorValues = readonly (string | number)[];

function encode(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

type CursorType = OrderTerm<never>['type'] | 'uuid';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL takes the value for one of the type: a cursor may have been made up. */
function fits(value: unknown, type: CursorType): boolean {
  if (type === 'bigint' || type === 'integer') {
    const limit = type === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
    return Number.isInteger(value) && Math.abs(value as number) <= limit;
  }
  if (typeof value !== 'string') return false;
  if (type === 'uuid') return UUID.test(value);
  if (type === 'date') return isLocalDate(value) && value > '0001';
  if (type === 'timestamptz') return /^[1-9]\d{3}-/.test(value) && !Number.isNaN(Date.parse(value));
  return value.isWellFormed() && !value.includes('\0');
}

function decode(text: string, types: readonly CursorType[], field: string): CursorValues {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const scalars = Array.isArray(values) && types.every((type, i) => fits(values[i], type));
    if (scalars && values.length === types.length) return values as CursorValues;
  } catch {
    // Falls through to the refusal: a cursor is opaque, whatever is wrong with it is one thing.
  }
  throw new Refusal([
    violation('INPUT_INVALID', 'This cursor is not one of this list.', { path: [field] }),
  ]);
}

function pageSize({ first, last }: PageArgs, max: number): number {
  const wanted = first ?? last ?? Math.min(DEFAULT_PAGE, max);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > max) {
    const path = [first == null ? 'last' : 'first'];
    throw new Refusal([violation('INPUT_INVALID', `A page has 0 to ${max} entries.`, { path })]);
  }
  return wanted;
}

/**
 * One page of a list by keyset: the cursor holds the order's values and the id, so that the thousandth page
 * costs what the first did. Throws Refusal for a page size or cursor that is none.
 */
export async function paginate<Entity extends object>(
  read: ReadSession,
  {
    entity,
    where,
    orderBy,
    args,
    key = 'id' as keyof Entity & string,
    keyType = 'text',
    among,
    max = MAX_PAGE,
  }: PageSpec<Entity>,
): Promise<Page<Entity>> {
  const map = entityMap(entity);
  const idColumn = map.columns.find(({ property }) => property === key)?.column ?? 'id';
  const terms: readonly (Omit<OrderTerm<Entity>, 'type'> & { readonly type: CursorType })[] = [
    ...orderBy,
    {
      expression: `t.${idColumn}`,
      type: keyType,
      // The direction of what comes before, so that one row comparison bounds a page and an index serves it.
      direction: orderBy.at(-1)?.direction ?? 'ASC',
      value: (row) => (keyType === 'bigint' ? Number(row[key]) : String(row[key])),
    },
  ];
  const types = terms.map(({ type }) => type);
  const size = pageSize(args, max);
  const backward = args.first == null && args.last != null;
  const bounds: Sql[] = [];
  if (args.after != null) bounds.push(beyond(terms, decode(args.after, types, 'after'), false));
  if (args.before != null) bounds.push(beyond(terms, decode(args.before, types, 'before'), true));
  const order = terms
    .map(({ expression, direction }) => `${expression} ${flip(direction, backward)}`)
    .join(', ');
  const tenant = raw(`t.tenant_id = (select current_setting('app.tenant')::uuid)`);
  const conditions = join([tenant, where, ...bounds], ' AND ');
  const from = among
    ? sql`unnest(${among.values}::text[]) AS among (value) CROSS JOIN LATERAL (
        SELECT * FROM ${raw(map.table)} t WHERE t.${raw(among.column)} = among.value AND ${conditions}
        ORDER BY ${raw(order)} LIMIT ${size + 1}) t`
    : sql`${raw(map.table)} t WHERE ${conditions}`;
  const statement = sql`SELECT ${raw(map.select)} FROM ${from} ORDER BY ${raw(order)} LIMIT ${size + 1}`;
  const rows = size === 0 ? [] : (await read.query(statement)).map((row) => hydrate(entity, row));
  const more = rows.length > size;
  const nodes = rows.slice(0, size);
  if (backward) nodes.reverse();
  const edges = nodes.map((node) => ({
    node,
    cursor: encode(terms.map((term) => plain(term.value(node)))),
  }));
  const pageInfo = {
    hasNextPage: backward ? args.before != null : more,
    hasPreviousPage: backward ? more : args.after != null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  const one = among ? sql`t.${raw(among.column)} = ANY (${among.values})` : sql`true`;
  const counted = sql`SELECT FROM ${raw(map.table)} t WHERE ${tenant} AND ${where} AND ${one} LIMIT ${COUNT_CAP}`;
  return new LazyPage(nodes, pageInfo, {
    edges: () => edges,
    totalCount: () => countRows(read, counted),
  });
}

async function countRows(read: ReadSession, rows: Sql): Promise<number> {
  const [count] = await read.query<{ n: number }>(sql`SELECT count(*) AS n FROM (${rows}) counted`);
  return Number(count?.n ?? 0);
}

function plain(value: string | number | Date): string | number {
  return value instanceof Date ? value.toISOString() : value;
}

function flip(direction: 'ASC' | 'DESC', backward: boolean): 'ASC' | 'DESC' {
  return (direction === 'ASC') === !backward ? 'ASC' : 'DESC';
}

/** `(a > $1) OR (a = $1 AND b > $2) OR …`; one row comparison where all directions agree, which an index serves. */
function beyond<Entity>(
  terms: readonly (Omit<OrderTerm<Entity>, 'type'> & { readonly type: CursorType })[],
  values: CursorValues,
  backward: boolean,
): Sql {
  const bound = (i: number) => sql`${values[i]}::${raw(terms[i]?.type ?? 'text')}`;
  const operator = (direction: 'ASC' | 'DESC') =>
    raw(flip(direction, backward) === 'ASC' ? '>' : '<');
  if (new Set(terms.map(({ direction }) => direction)).size === 1) {
    const left = terms.map(({ expression }) => expression).join(', ');
    return sql`(${raw(left)}) ${operator(terms[0]?.direction ?? 'ASC')} (${join(terms.map((_, i) => bound(i)))})`;
  }
  const alternatives = terms.map((term, i) => {
    const equal = terms
      .slice(0, i)
      .map((earlier, j) => sql`${raw(earlier.expression)} = ${bound(j)}`);
    return sql`(${join([...equal, sql`${raw(term.expression)} ${operator(term.direction)} ${bound(i)}`], ' AND ')})`;
  });
  return sql`(${join(alternatives, ' OR ')})`;
}
