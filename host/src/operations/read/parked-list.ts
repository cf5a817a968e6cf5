import { decodeId } from '@nexus/kit/domain';
import {
  type OrderTerm,
  type Page,
  type PageArgs,
  paginate,
  type ReadSession,
  selectRows,
  sql,
} from '@nexus/kit/read';
import { ParkedEvent } from './parked-event.entity.js';

const oldest: OrderTerm<ParkedEvent> = {
  expression: 't.parked_at',
  type: 'timestamptz',
  direction: 'ASC',
  value: ({ parkedAt }) => parkedAt,
};

/** The tenant's parked events, the oldest first; of one consumer or of all. */
export function parkedPage(
  read: ReadSession,
  consumer: string | undefined,
  args: PageArgs,
): Promise<Page<ParkedEvent>> {
  return paginate(read, {
    entity: ParkedEvent,
    where: consumer == null ? sql`true` : sql`t.consumer = ${consumer}`,
    orderBy: [oldest],
    args,
    key: 'uuid',
    keyType: 'uuid',
  });
}

/** Parked events of the tenant by id. */
export async function parkedById(
  runner: Parameters<typeof selectRows>[0],
  ids: readonly string[],
): Promise<Map<string, ParkedEvent>> {
  const uuids = ids.flatMap((id) => {
    const decoded = decodeId(id);
    return decoded?.entity === 'ParkedEvent' ? [decoded.uuid] : [];
  });
  const rows = await selectRows(runner, ParkedEvent, uuids, { key: 'uuid' });
  return new Map([...rows.values()].map((row) => [row.id, row]));
}

export interface StreamWait {
  /** The version that all others of the stream wait for. */
  readonly first: number;
  readonly waiting: number;
}

/** What waits in the stream of a parked event; batched. */
export function streamWait(
  read: ReadSession,
  { consumer, stream }: ParkedEvent,
): Promise<StreamWait | undefined> {
  return read.load('parked-streams', JSON.stringify([consumer, stream]), async (keys) => {
    const places = keys.map((key) => JSON.parse(key) as [string, string]);
    const rows = await read.sql<StreamWait & { consumer: string; stream: string }>(
      `SELECT consumer, stream, min(version) AS first, count(*) AS waiting FROM kit.parked_event
       WHERE tenant_id = (select current_setting('app.tenant')::uuid)
         AND (consumer, stream) IN (SELECT * FROM unnest($1::text[], $2::text[]))
       GROUP BY consumer, stream`,
      [places.map(([name]) => name), places.map(([, name]) => name)],
    );
    return new Map(rows.map((row) => [JSON.stringify([row.consumer, row.stream]), row]));
  });
}
