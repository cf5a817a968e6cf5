import { type Principal, servicePrincipal } from '@nexus/kit/domain';
import { createContext, write } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { ReadSession } from '@nexus/kit/read';
import { operation } from '../domain/operation.aggregate.js';
import { type ExportWish, operationsDesk } from '../ports.js';
import { changesFor } from './audit-data.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { type AuditFilterValue, auditPage } from './audit-list.js';

/** No file holds more entries than this. */
export const EXPORT_CAP = 50_000;
const PAGE = 500;

export interface AuditFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly lines: AsyncIterable<string>;
}

/** The file behind a token, line by line as the log is read; undefined where the token is none. That it is fetched is recorded. */
export async function openAuditExport(
  runtime: SubgraphRuntime,
  token: string,
): Promise<AuditFile | undefined> {
  const { kernel, adapters } = runtime;
  const now = kernel.clock.now();
  const wish = adapters.get(operationsDesk).links.open(token, now);
  if (!wish) return undefined;
  const principal = reader(wish);
  const ctx = createContext(kernel, principal, { requestId: kernel.ids.uuid(now) });
  const { format, filter } = wish;
  await write(kernel, ctx, (tx) =>
    tx.run(operation, ctx.newId('Operation'), {
      event: { type: 'AuditTrailExported', data: { format, filter } },
    }),
  );
  const day = now.toISOString().slice(0, 10);
  return {
    fileName: `audit-${day}.${format === 'CSV' ? 'csv' : 'jsonl'}`,
    contentType: format === 'CSV' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
    lines: linesOf(runtime, principal, wish),
  };
}

/** Whoever asked for the link, with the rights that they had then. */
function reader({ tenantId, userId, scopes }: ExportWish): Principal {
  return { ...servicePrincipal(userId, tenantId), type: 'user', kind: 'STAFF', scopes };
}

async function* linesOf(
  { kernel }: SubgraphRuntime,
  principal: Principal,
  { filter, format, tenantId }: ExportWish,
): AsyncGenerator<string> {
  const { events } = kernel;
  const line = format === 'CSV' ? csvLine : jsonLine;
  if (format === 'CSV') yield csv(COLUMNS);
  let after: string | null = null;
  for (let told = 0; told < EXPORT_CAP; ) {
    // A transaction of its own for each page: a slow client must hold no connection.
    const read: ReadSession = new ReadSession(kernel, { tenantId, clientId: null });
    const first = Math.min(PAGE, EXPORT_CAP - told);
    try {
      const { nodes, pageInfo } = await auditPage(read, {
        filter: revived(filter),
        args: { first, after },
        types: events.registry.types(),
        max: PAGE,
      });
      for (const entry of nodes)
        yield line(entry, await changesFor({ read, principal, events }, entry));
      told += nodes.length;
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return;
    } finally {
      await read.close();
    }
  }
}

/** JSON has made texts of instants. */
function revived(filter: ExportWish['filter']): AuditFilterValue {
  const { occurredAt, ...rest } = filter as AuditFilterValue;
  if (!occurredAt) return rest;
  const bounds = Object.entries(occurredAt).map(([name, value]) => [
    name,
    value && new Date(value),
  ]);
  return { ...rest, occurredAt: Object.fromEntries(bounds) };
}

const COLUMNS = [
  'occurredAt',
  'actorType',
  'actor',
  'type',
  'summary',
  'object',
  'correlationId',
  'changes',
] as const;

type Changes = Awaited<ReturnType<typeof changesFor>>;

function record(entry: AuditEntry, changes: Changes): Record<(typeof COLUMNS)[number], unknown> {
  return {
    occurredAt: entry.occurredAt.toISOString(),
    actorType: entry.actorType,
    actor: entry.actorId,
    type: entry.type,
    summary: entry.summary,
    object: entry.objectId,
    correlationId: entry.correlationId,
    changes: changes && Object.fromEntries(changes.map(({ field, value }) => [field, value])),
  };
}

function jsonLine(entry: AuditEntry, changes: Changes): string {
  return `${JSON.stringify(record(entry, changes))}\n`;
}

function csvLine(entry: AuditEntry, changes: Changes): string {
  const values = record(entry, changes);
  return csv(COLUMNS.map((name) => values[name]));
}

function csv(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula is made a text (CWE-1236). */
function cell(value: unknown): string {
  const text = typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
