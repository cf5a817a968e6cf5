import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { BillableKind } from '../../events.js';
import type { DraftableItem } from '../domain/draft-lines.js';
import type { LineUnit } from '../domain/invoice-line.js';
import { holdItems, releaseItems } from '../guards/item-holds.js';

export interface Wanted {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly projectId: string | null;
  readonly upTo: string;
  /** The currency asked for; null to choose. */
  readonly currency: string | null;
  /** Chosen where there are items in it. */
  readonly preferred: string;
}

export interface Taken {
  readonly currency: string;
  readonly items: readonly DraftableItem[];
}

const MOST = 5_000;
const PENDING = `client_id = $1 AND ($2::text IS NULL OR project_id = $2)
  AND earned_on <= $3 AND status = 'PENDING'`;

/** The currency of a draft: the one asked for, else the preferred one, else that of the oldest item. */
async function chooseCurrency(tx: WriteSession, wanted: Wanted): Promise<string> {
  if (wanted.currency) return wanted.currency;
  const { clientId, projectId, upTo, preferred } = wanted;
  const found = await tx.sql<{ currency: string }>(
    `SELECT currency FROM billing.billable_item WHERE ${PENDING}
     GROUP BY currency ORDER BY (currency = $4) DESC, min(earned_on) LIMIT 1`,
    [clientId, projectId, upTo, preferred],
  );
  return found[0]?.currency ?? preferred;
}

/** Takes what can be invoiced for a draft, so that no other draft gets any of it. */
export async function takeItems(tx: WriteSession, wanted: Wanted): Promise<Taken> {
  const currency = await chooseCurrency(tx, wanted);
  const { invoiceId, clientId, projectId, upTo } = wanted;
  const candidates = await tx.sql<{ id: string }>(
    `SELECT id FROM billing.billable_item WHERE ${PENDING} AND currency = $4
     ORDER BY earned_on, id LIMIT ${MOST + 1}`,
    [clientId, projectId, upTo, currency],
  );
  if (candidates.length > MOST) {
    const message = `More than ${MOST} items: choose an earlier day.`;
    tx.refuse(violation('BATCH_TOO_LARGE', message, { path: ['upTo'], meta: { max: MOST } }));
  }
  const ids = candidates.map(({ id }) => id);
  const held = await holdItems(tx, invoiceId, clientId, ids);
  // Only now nobody else can withdraw or take them: what was withdrawn meanwhile is left.
  const items = await itemsStillPending(tx, held);
  const kept = new Set(items.map(({ id }) => id));
  const gone = held.filter((id) => !kept.has(id));
  if (gone.length > 0) await releaseItems(tx, invoiceId, gone);
  return { currency, items };
}

interface ItemRow {
  id: string;
  kind: BillableKind;
  source_id: string;
  project_id: string;
  project_name: string | null;
  earned_on: string;
  quantity: string;
  unit: LineUnit;
  unit_price_minor: number;
  currency: string;
  person_id: string | null;
  task_id: string | null;
  task_title: string | null;
  note: string | null;
}

async function itemsStillPending(
  tx: WriteSession,
  ids: readonly string[],
): Promise<DraftableItem[]> {
  const rows = await tx.sql<ItemRow>(
    `SELECT i.*, p.name AS project_name FROM billing.billable_item i
     LEFT JOIN billing.project p ON p.tenant_id = i.tenant_id AND p.id = i.project_id
     WHERE i.id = ANY ($1) AND i.status = 'PENDING'`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    sourceKind: row.kind,
    sourceId: row.source_id,
    projectId: row.project_id,
    projectName: row.project_name ?? 'Services',
    on: row.earned_on,
    quantity: row.quantity,
    unit: row.unit,
    unitPrice: { minor: row.unit_price_minor, currency: row.currency },
    personId: row.person_id,
    taskId: row.task_id,
    taskTitle: row.task_title,
    note: row.note,
  }));
}
