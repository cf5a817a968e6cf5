import { extend, toDecimalText } from '@nexus/kit/domain';
import { projection, readTable } from '@nexus/kit/read';
import type { BillableSource } from '../../events.js';
import { itemIdOf } from '../domain/billable-item.aggregate.js';
import { BillableItem } from './billable-item.entity.js';
import type { BillingLog } from './billing-log.js';

export const billableItemTable = readTable({
  schema: 'billing',
  name: 'billable_item',
  columns: `
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('TIME', 'MILESTONE')),
    status text COLLATE "C" NOT NULL CHECK (status IN
      ('PENDING', 'RESERVED', 'INVOICED', 'WITHDRAWN')),
    earned_on date NOT NULL,
    quantity text NOT NULL,
    unit text COLLATE "C" NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    unit_price_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    person_id text COLLATE "C",
    task_id text COLLATE "C",
    task_title text,
    note text,
    invoice_id text COLLATE "C",
    withdrawn boolean NOT NULL`,
  indexes: [
    '(tenant_id, client_id, status, earned_on, id)',
    '(tenant_id, project_id, status, earned_on, id)',
    '(tenant_id, earned_on, id)',
  ],
  clientColumn: 'client_id',
});

const itemsOf = ({ data }: { data: { sources: readonly BillableSource[] } }) =>
  data.sources.map(({ id }) => itemIdOf(id));

export const billableItemProjection = projection<BillingLog>()<BillableItem>({
  name: 'billing.billable_item',
  mode: 'inline',
  entity: BillableItem,
  table: billableItemTable,
  shared: true,
  on: {
    'billing.BillableItemRecorded': {
      key: ({ data }) => data.itemId,
      apply: (row, { data }) => {
        const { clientId, projectId, source, on, quantity, unit, unitPrice, task, note, personId } =
          data;
        const { currency } = unitPrice;
        const onInvoice = row?.status === 'RESERVED' || row?.status === 'INVOICED';
        return {
          ...{ clientId, projectId, currency, quantity, unit, note, personId },
          kind: source.kind,
          sourceId: source.id,
          earnedOn: on,
          unitPriceMinor: unitPrice.minor,
          netMinor: extend(quantity, toDecimalText(unitPrice), currency).minor,
          taskId: task?.id ?? null,
          taskTitle: task?.title ?? null,
          withdrawn: false,
          ...(!onInvoice && { status: 'PENDING', invoiceId: null }),
        };
      },
    },
    'billing.BillableItemWithdrawn': {
      key: ({ data }) => data.itemId,
      apply: (row) => ({
        withdrawn: true,
        ...(row?.status === 'PENDING' && { status: 'WITHDRAWN' }),
      }),
    },
    'billing.BillableItemsReserved': {
      key: itemsOf,
      apply: (row, { data }) => row && { status: 'RESERVED', invoiceId: data.invoiceId },
    },
    'billing.BillableItemsInvoiced': {
      key: itemsOf,
      apply: (row, { data }) => row && { status: 'INVOICED', invoiceId: data.invoiceId },
    },
    'billing.BillableItemsReleased': {
      key: itemsOf,
      apply: (row) => row && { status: row.withdrawn ? 'WITHDRAWN' : 'PENDING', invoiceId: null },
    },
  },
});
