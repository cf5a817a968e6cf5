import { reaction } from '@nexus/kit/consumers';
import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { ProjectsEvents } from '@nexus/projects/events';
import { billableItem, itemIdOf } from '../domain/billable-item.aggregate.js';
import { BILLER_ID, biller, DEFAULT_INCREMENT } from '../domain/biller.aggregate.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { billedHours, INCREMENTS } from '../domain/time-increment.js';
import { holderOf, releaseItems, unlock } from '../guards/item-holds.js';
import { BILLING_ITEMS } from '../read/consumer-names.js';
import { ProjectFacts } from '../read/project-facts.projection.js';

/** What a project's kind lets be billed by the hour; the others are billed by milestone or not at all. */
const BY_THE_HOUR: ReadonlySet<string> = new Set(['TIME_AND_MATERIALS', 'RETAINER']);

async function increment(tx: WriteSession) {
  const { state } = await tx.load(biller, BILLER_ID);
  const minutes = state.status === 'SET' ? state.incrementMinutes : DEFAULT_INCREMENT;
  return INCREMENTS.find((known) => known === minutes) ?? DEFAULT_INCREMENT;
}

/** The item is no longer earned: it leaves the draft that has it. On a finalized invoice it stays. */
async function withdraw(tx: WriteSession, sourceId: string, clientId: string): Promise<void> {
  const itemId = itemIdOf(sourceId);
  const { state } = await tx.load(billableItem, itemId);
  if (state.status !== 'EARNED') return;
  const invoiceId = await holderOf(tx, itemId, clientId);
  await tx.run(billableItem, itemId, { type: 'withdraw' });
  if (invoiceId === undefined) return unlock(tx, itemId);
  const { state: holder } = await tx.load(invoice, invoiceId);
  if (holder.status !== 'DRAFT') return;
  await tx.run(invoice, invoiceId, { type: 'dropSource', sourceId });
  await releaseItems(tx, invoiceId, [itemId]);
}

/** Approved time and reached milestones become billable items; what is un-approved is withdrawn. */
export const recordItems = reaction<ProjectsEvents>()({
  name: BILLING_ITEMS,
  on: {
    'projects.TimeEntryApproved': async ({ data }, tx) => {
      const { entryId, clientId, projectId, billable, rate, minutes, date, version, note } = data;
      if (!billable || !clientId || !rate) return;
      const project = await tx.row(ProjectFacts, projectId);
      // Not known yet: the event comes again in a moment, when the project's facts are there.
      if (!project) return tx.refuse(violation('REFERENCE_UNKNOWN', 'The project is not known.'));
      if (!BY_THE_HOUR.has(project.budgetKind)) return;
      const itemId = itemIdOf(entryId);
      await tx.run(billableItem, itemId, {
        type: 'record',
        ...{ itemId, clientId, projectId, note },
        source: { kind: 'TIME', id: entryId, version },
        on: date,
        quantity: billedHours(minutes, await increment(tx)),
        unit: 'HOUR',
        unitPrice: rate,
        personId: data.userId,
        task: data.taskId ? { id: data.taskId, title: data.taskTitle } : null,
      });
    },
    'projects.TimeEntryUnapproved': async ({ data: { entryId, clientId } }, tx) => {
      if (clientId) await withdraw(tx, entryId, clientId);
    },
    'projects.MilestoneReached': async ({ data }, tx) => {
      const { milestoneId, clientId, projectId, name, on, billableAmount } = data;
      if (!clientId || !billableAmount) return;
      const itemId = itemIdOf(milestoneId);
      await tx.run(billableItem, itemId, {
        type: 'record',
        ...{ itemId, clientId, projectId, on },
        source: { kind: 'MILESTONE', id: milestoneId, version: 1 },
        quantity: '1',
        unit: 'UNIT',
        unitPrice: billableAmount,
        personId: null,
        task: null,
        note: name,
      });
    },
  },
});
