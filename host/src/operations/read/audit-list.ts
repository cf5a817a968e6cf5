import { decodeId } from '@nexus/kit/domain';
import { filterSql } from '@nexus/kit/graph';
import {
  allOf,
  hydrate,
  type OrderTerm,
  type Page,
  type PageArgs,
  paginate,
  type ReadSession,
  type Sql,
  selectFrom,
  sql,
} from '@nexus/kit/read';
import { domainOf } from '../domain/audit-text.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Which entries: all that is given must hold. */
export interface AuditFilterValue {
  readonly actorId?: { readonly eq?: string | null; readonly in?: string[] | null } | null;
  readonly objectId?: { readonly eq?: string | null; readonly in?: string[] | null } | null;
  readonly correlationId?: { readonly eq?: string | null; readonly in?: string[] | null } | null;
  readonly type?: { readonly eq?: string | null; readonly in?: string[] | null } | null;
  readonly domain?: string | null;
  readonly occurredAt?: {
    readonly gt?: Date | null;
    readonly gte?: Date | null;
    readonly lt?: Date | null;
    readonly lte?: Date | null;
  } | null;
}

const newest: OrderTerm<AuditEntry> = {
  expression: 't.occurred_at',
  type: 'timestamptz',
  direction: 'DESC',
  value: ({ occurredAt }) => occurredAt,
};

export interface AuditPageOptions {
  readonly filter: AuditFilterValue;
  readonly args: PageArgs;
  /** All types that the log may hold. */
  readonly types: readonly string[];
  /** Largest page; 100 unless given. */
  readonly max?: number;
}

/** One page of the tenant's log, newest first. Throws Refusal for a page, a cursor or a filter that is none. */
export function auditPage(
  read: ReadSession,
  { filter, args, types, max }: AuditPageOptions,
): Promise<Page<AuditEntry>> {
  const among = typesAmong(filter, types);
  return paginate(read, {
    entity: AuditEntry,
    where: conditionsOf(filter),
    ...(among && { among: { column: 'type', values: among } }),
    orderBy: [newest],
    args,
    key: 'position',
    keyType: 'bigint',
    ...(max && { max }),
  });
}

/** How many entries there are, counted up to `cap`. */
export async function auditCount(
  read: ReadSession,
  filter: AuditFilterValue,
  types: readonly string[],
  cap: number,
): Promise<number> {
  const among = typesAmong(filter, types);
  const [row] = await read.query<{ n: number }>(sql`SELECT count(*) AS n FROM (
    SELECT FROM kit.event t
    WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND ${conditionsOf(filter)}
      AND ${among ? sql`t.type = ANY (${among})` : sql`true`} LIMIT ${cap}) counted`);
  return Number(row?.n ?? 0);
}

function conditionsOf(filter: AuditFilterValue): Sql {
  const { actorId, objectId, correlationId, type, occurredAt } = filter;
  return allOf(
    ...filterSql(sql`t.actor_id`, actorId),
    ...filterSql(sql`t.object`, objectId),
    ...filterSql(sql`t.correlation_id`, correlationId),
    ...filterSql(sql`t.type`, type),
    ...filterSql(sql`t.occurred_at`, occurredAt),
  );
}

/** Several types are looked up each by itself, so that rare ones are found without reading what lies between. */
function typesAmong(
  { type, domain }: AuditFilterValue,
  types: readonly string[],
): readonly string[] | undefined {
  if (domain != null) return types.filter((name) => domainOf(name) === domain);
  return type?.in ?? undefined;
}

/** Entries by id. An id tells its millisecond, and by time there is an index. */
export async function auditEntries(
  read: ReadSession,
  ids: readonly string[],
): Promise<Map<string, AuditEntry>> {
  const uuids = ids.flatMap((id) => {
    const decoded = decodeId(id);
    return decoded?.entity === 'AuditEntry' ? [decoded.uuid] : [];
  });
  const times = uuids.map(
    (uuid) => new Date(Number.parseInt(uuid.replace('-', '').slice(0, 12), 16)),
  );
  if (uuids.length === 0) return new Map();
  const { columns, table } = selectFrom(AuditEntry);
  const rows = await read.sql(
    `SELECT ${columns} FROM ${table} t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
       AND t.occurred_at = ANY ($1::timestamptz[]) AND t.id = ANY ($2::uuid[])`,
    [times, uuids],
  );
  const found = rows.map((row) => hydrate(AuditEntry, row));
  return new Map(found.map((entry) => [entry.id, entry]));
}
