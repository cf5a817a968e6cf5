import { decodeId } from '@nexus/kit/domain';
import type { GraphContext, ReferenceLoader } from '@nexus/kit/graph';
import { type EntityClass, selectRows } from '@nexus/kit/read';
import { accountIdOf } from '../domain/billing-account.aggregate.js';
import { canReadBillables } from '../policies/billable-item.policy.js';
import { canReadAccount } from '../policies/billing-account.policy.js';
import { mayInvoice } from '../policies/invoice.policy.js';
import { canReadLedger } from '../policies/ledger.policy.js';
import { BillableItem } from '../read/billable-item.entity.js';
import { BillingAccount } from '../read/billing-account.entity.js';
import { BILLING_ACCOUNTS } from '../read/consumer-names.js';
import { CreditNote } from '../read/credit-note.entity.js';
import { Invoice } from '../read/invoice.entity.js';
import { JournalEntry } from '../read/journal-entry.entity.js';
import { Payment } from '../read/payment.entity.js';
import { ProjectFacts, projectFactsProjection } from '../read/project-facts.projection.js';
import { ClientRef, ProjectRef, TimeEntryRef } from '../read/references.js';

type Ids = readonly string[];

/** Rows by id that pass a check. */
async function passing<Row extends object>(
  ctx: GraphContext,
  entity: EntityClass<Row>,
  ids: Ids,
  check: (row: Row, managerId: string | null) => boolean,
): Promise<Map<string, Row>> {
  const rows = await selectRows(ctx.read, entity, ids);
  const projectIds = [...rows.values()].flatMap((row) =>
    'projectId' in row && typeof row.projectId === 'string' ? [row.projectId] : [],
  );
  const projects =
    projectIds.length > 0 ? await selectRows(ctx.read, ProjectFacts, projectIds) : new Map();
  const managerOf = (row: Row) =>
    'projectId' in row ? (projects.get(String(row.projectId))?.managerId ?? null) : null;
  return new Map([...rows].filter(([, row]) => check(row, managerOf(row))));
}

export const invoiceReferences: ReferenceLoader = (ctx, ids) =>
  passing(ctx, Invoice, ids, ({ clientId, projectId, status }, projectManagerId) =>
    mayInvoice(ctx.principal, 'read', { clientId, projectId, status, projectManagerId }),
  );

/** Payments and credit notes are seen by whoever sees their invoice; it is always finalized. */
const ofInvoice =
  <Row extends Payment | CreditNote>(entity: EntityClass<Row>): ReferenceLoader =>
  (ctx, ids) =>
    passing(ctx, entity, ids, ({ clientId, projectId }, projectManagerId) =>
      mayInvoice(ctx.principal, 'read', { clientId, projectId, status: 'OPEN', projectManagerId }),
    );
export const paymentReferences = ofInvoice(Payment);
export const creditNoteReferences = ofInvoice(CreditNote);

export const billableItemReferences: ReferenceLoader = (ctx, ids) =>
  passing(ctx, BillableItem, ids, ({ clientId, projectId }, projectManagerId) =>
    canReadBillables(ctx.principal, { clientId, projectId, projectManagerId }),
  );

export const billingAccountReferences: ReferenceLoader = (ctx, ids) =>
  passing(ctx, BillingAccount, ids, (row) => canReadAccount(ctx.principal, row));

export const journalEntryReferences: ReferenceLoader = (ctx, ids) =>
  passing(ctx, JournalEntry, ids, () => canReadLedger(ctx.principal));

/** Looks things up by id; where some are absent, waits for the consumer that brings them and looks again. */
async function known(
  ctx: GraphContext,
  consumer: string,
  find: () => Promise<ReadonlyMap<string, object>>,
  count: number,
): Promise<ReadonlyMap<string, object>> {
  const found = await find();
  if (found.size === count) return found;
  await ctx.fence(consumer);
  return find();
}

/** Clients of the tenant; each has an account as soon as it exists. */
export const clientReferences: ReferenceLoader = (ctx, ids) => {
  const clients = ids.filter((id) => decodeId(id)?.entity === 'Client');
  const find = async () => {
    const accounts = await selectRows(ctx.read, BillingAccount, clients.map(accountIdOf));
    return new Map(
      Array.from(accounts.values(), ({ clientId }) => [clientId, ClientRef.of(clientId)]),
    );
  };
  return known(ctx, BILLING_ACCOUNTS, find, clients.length);
};

/** Projects of the tenant. */
export const projectReferences: ReferenceLoader = (ctx, ids) => {
  const projects = ids.filter((id) => decodeId(id)?.entity === 'Project');
  const find = async () => {
    const facts = await selectRows(ctx.read, ProjectFacts, projects);
    return new Map(Array.from(facts.keys(), (id) => [id, ProjectRef.of(id)]));
  };
  return known(ctx, projectFactsProjection.name, find, projects.length);
};

/** Time entries by name only: billing says of each which invoice has it, if the caller may know. */
export const timeEntryReferences: ReferenceLoader = async (_ctx, ids) =>
  new Map(ids.map((id) => [id, TimeEntryRef.of(id)]));
