import type { RecordedEvent } from '../domain/index.js';
import type { InlineProjector } from '../events/kernel.js';
import type { SqlRunner } from '../events/sql-runner.js';
import type { Projection, RowReducer, SqlReducer } from './projection.js';
import { entityMap, selectRows } from './rows.js';

type AnyRowReducer = RowReducer<Record<string, unknown>, RecordedEvent>;
type AnyReducer = AnyRowReducer | SqlReducer<RecordedEvent>;

/** Applies events of one tenant to one projection, in order: one read and one write per run of row reducers. */
export async function project(
  tx: SqlRunner,
  projection: Projection,
  events: readonly RecordedEvent[],
  table = projection.table.name,
): Promise<void> {
  let run: RecordedEvent[] = [];
  for (const event of events) {
    const reducer = projection.on[event.type] as AnyReducer | undefined;
    if (!reducer) continue;
    if ('apply' in reducer) {
      run.push(event);
      continue;
    }
    await reduceRows(tx, projection, run, table);
    run = [];
    await reducer.sql(tx, event, table);
  }
  await reduceRows(tx, projection, run, table);
}

async function reduceRows(
  tx: SqlRunner,
  projection: Projection,
  events: readonly RecordedEvent[],
  table: string,
): Promise<void> {
  if (events.length === 0) return;
  const { entity, key: keyProperty, shared, on } = projection;
  const steps = events.map((event) => {
    const reducer = on[event.type] as AnyRowReducer;
    const key = reducer.key(event);
    return { event, reducer, keys: typeof key === 'string' ? [key] : key };
  });
  const rows = (await selectRows(tx, entity, known(steps), {
    key: keyProperty,
    table,
    lock: shared,
  })) as Map<string, Record<string, unknown>>;
  const touched = new Set<string>();
  for (const { event, reducer, keys } of steps) {
    for (const key of keys) {
      const change = reducer.apply(reducer.creates ? undefined : rows.get(key), event, key);
      if (change === undefined) continue;
      touched.add(key);
      if (change === null) rows.delete(key);
      else
        rows.set(key, {
          ...rows.get(key),
          ...change,
          [keyProperty]: key,
          tenantId: event.tenantId,
        });
    }
  }
  const changed = [...touched].map((key) => rows.get(key)).filter((row) => row !== undefined);
  const gone = [...touched].filter((key) => !rows.has(key));
  if (changed.length > 0) await upsert(tx, projection, table, changed);
  if (gone.length > 0) await remove(tx, projection, table, gone);
}

/** Keys of rows that may be there before these events. */
function known(
  steps: readonly { readonly reducer: AnyRowReducer; readonly keys: readonly string[] }[],
) {
  const seen = new Map<string, boolean>();
  for (const { reducer, keys } of steps)
    for (const key of keys) if (!seen.has(key)) seen.set(key, !reducer.creates);
  return [...seen].filter(([, before]) => before).map(([key]) => key);
}

const upserts = new WeakMap<Projection, Map<string, string>>();

/** The statement that writes rows; composed once for each table of a projection. */
function upsertText(projection: Projection, table: string): string {
  const texts = upserts.get(projection) ?? new Map<string, string>();
  upserts.set(projection, texts);
  const known = texts.get(table);
  if (known) return known;
  const { entity, key } = projection;
  const { columns } = entityMap(entity);
  const names = columns.map(({ column }) => column).join(', ');
  const shape = columns.map(({ column, type }) => `${column} ${type}`).join(', ');
  const keyColumn = columns.find(({ property }) => property === key)?.column;
  const updates = columns
    .filter(({ column, property }) => column !== 'tenant_id' && property !== key)
    .map(({ column }) => `${column} = EXCLUDED.${column}`);
  const text = `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS r(${shape})
     ON CONFLICT (tenant_id, ${keyColumn}) DO UPDATE SET ${updates.join(', ')}`;
  texts.set(table, text);
  return text;
}

function upsert(
  tx: SqlRunner,
  projection: Projection,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<unknown> {
  const { columns } = entityMap(projection.entity);
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const { property, column } of columns) record[column] = row[property] ?? null;
    return record;
  });
  return tx.sql(upsertText(projection, table), [JSON.stringify(records)]);
}

function remove(
  tx: SqlRunner,
  { entity, key }: Projection,
  table: string,
  ids: readonly string[],
): Promise<unknown> {
  const column = entityMap(entity).columns.find(({ property }) => property === key)?.column;
  return tx.sql(
    `DELETE FROM ${table} WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND ${column} = ANY ($1)`,
    [ids],
  );
}

/** The projector that fills the inline read models in the writing transaction. */
export function inlineProjector(projections: readonly Projection[]): InlineProjector {
  const byType = new Map<string, Projection[]>();
  for (const projection of projections.filter(({ mode }) => mode === 'inline')) {
    for (const type of projection.types)
      byType.set(type, [...(byType.get(type) ?? []), projection]);
  }
  return {
    async apply(tx, events) {
      const touched = new Set(events.flatMap(({ type }) => byType.get(type) ?? []));
      for (const projection of touched) await project(tx, projection, events);
    },
  };
}
