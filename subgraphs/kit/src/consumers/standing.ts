import type { SqlRunner } from '../events/index.js';
import type { ConsumerDefinition } from './definition.js';

/** Events behind are counted no further than this. */
export const LAG_CAP = 1_000;

/** Where a consumer stands, as the database tells it: the same in every process. */
export interface ConsumerStanding {
  readonly name: string;
  /** Events of concern that it has not handled, up to `LAG_CAP`. */
  readonly behind: number;
  /** When the oldest of them happened. */
  readonly behindSince: Date | null;
  /** When it last moved on; null before its first event. */
  readonly handledAt: Date | null;
  /** Whether what it tries now has failed before. */
  readonly retrying: boolean;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  /** Whose event it was; null where the trouble came of no event. */
  readonly lastErrorTenant: string | null;
  /** Parked events of all tenants. */
  readonly parked: number;
}

interface Row {
  readonly name: string;
  readonly behind: number;
  readonly behind_since: Date | null;
  readonly handled_at: Date | null;
  readonly retrying: boolean;
  readonly last_error: string | null;
  readonly last_error_at: Date | null;
  readonly last_error_tenant: string | null;
  readonly parked: number;
}

/** For each consumer the page of the log behind its checkpoint, in the log's own order: an index serves it. */
const STANDINGS = `
  SELECT d.name, coalesce(lag.behind, 0) AS behind, lag.since AS behind_since, c.handled_at,
    coalesce(c.retrying, false) AS retrying, c.last_error, c.last_error_at, c.last_error_tenant,
    (SELECT count(*) FROM kit.parked_event p WHERE p.consumer = d.name) AS parked
  FROM jsonb_to_recordset($1::jsonb) AS d (name text, types text[])
  LEFT JOIN LATERAL (
    SELECT max(c.updated_at) AS handled_at,
      bool_or(c.retrying) AS retrying,
      (array_agg(c.last_error ORDER BY c.last_error_at DESC NULLS LAST))[1] AS last_error,
      max(c.last_error_at) AS last_error_at,
      (array_agg(c.last_error_tenant ORDER BY c.last_error_at DESC NULLS LAST))[1] AS last_error_tenant
    FROM kit.consumer c WHERE c.name = d.name) c ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS behind, min(e.occurred_at) AS since FROM (
      SELECT e.occurred_at
      FROM (SELECT epoch, xid, position FROM kit.consumer WHERE name = d.name
            ORDER BY epoch, xid, position LIMIT 1) at
      CROSS JOIN LATERAL (
        SELECT occurred_at FROM kit.event
        WHERE (epoch, xid, position) > (at.epoch, at.xid, at.position) AND type = ANY (d.types)
        ORDER BY epoch, xid, position LIMIT ${LAG_CAP}) e) e) lag ON true
  ORDER BY d.name`;

/** For the log role: across tenants, and numbers only but for the last error. */
export async function consumerStandings(
  reader: SqlRunner,
  definitions: readonly ConsumerDefinition[],
): Promise<ConsumerStanding[]> {
  const asked = definitions.map(({ name, types }) => ({ name, types }));
  const rows = await reader.sql<Row>(STANDINGS, [JSON.stringify(asked)]);
  return rows.map((row) => ({
    name: row.name,
    behind: row.behind,
    behindSince: row.behind_since,
    handledAt: row.handled_at,
    retrying: row.retrying,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
    lastErrorTenant: row.last_error_tenant,
    parked: row.parked,
  }));
}
