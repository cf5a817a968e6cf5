import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../src/components/badge.js';
import { Button } from '../../../src/components/button.js';
import { formatMoney } from '../../../src/components/decimal.js';
import { EmptyState } from '../../../src/components/empty-state.js';
import type { Column } from '../../../src/components/table/column.js';
import { DataTable } from '../../../src/components/table/data-table.js';
import { showToast } from '../../../src/components/toast.js';
import type { Story } from '../story.js';

interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly client: string;
  readonly project: string;
  readonly amount: string;
  readonly due: string;
  readonly isPaid: boolean;
}

const CLIENTS = ['Northwind Traders', 'Contoso', 'Donaudampfschifffahrtsgesellschaft mbH & Co. KG'];

const invoices = (count: number): readonly Invoice[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `inv_${index}`,
    number: `2026-${String(index + 1).padStart(4, '0')}`,
    client: CLIENTS[index % CLIENTS.length] ?? '',
    project: index % 2 ? 'Website relaunch' : 'Support 2026',
    amount: `${(index * 7919) % 90000}.${index % 2 ? '50' : '00'}`,
    due: `2026-0${(index % 9) + 1}-14`,
    isPaid: index % 3 === 0,
  }));

const COLUMNS: readonly Column<Invoice>[] = [
  {
    id: 'number',
    header: 'Number',
    width: 120,
    sortBy: (row) => row.number,
    cell: (row) => row.number,
  },
  { id: 'client', header: 'Client', sortBy: (row) => row.client, cell: (row) => row.client },
  { id: 'project', header: 'Project', priority: 3, cell: (row) => row.project },
  {
    id: 'state',
    header: 'State',
    width: 110,
    cell: (row) =>
      row.isPaid ? <Badge tone="success">Paid</Badge> : <Badge tone="warning">Due</Badge>,
  },
  {
    id: 'due',
    header: 'Due',
    width: 120,
    priority: 2,
    sortBy: (row) => row.due,
    cell: (row) => row.due,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 140,
    align: 'end',
    sortBy: (row) => Number(row.amount),
    cell: (row) => formatMoney({ amount: row.amount, currency: 'EUR' }, 'en'),
  },
];

const FEW = invoices(6);
const MANY = invoices(1_000);
const common = {
  columns: COLUMNS,
  rowId: (row: Invoice) => row.id,
  rowLabel: (row: Invoice) => `Invoice ${row.number}`,
};

function ChosenState({ rows }: { readonly rows: readonly Invoice[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['inv_1']));
  return (
    <div className="-m-4">
      <DataTable
        {...common}
        label={`${rows.length} invoices`}
        rows={rows}
        selection={{ chosen, onChange: setChosen }}
        onOpen={(row) => showToast({ title: `Open ${row.number}` })}
      />
    </div>
  );
}

export const story: Story = {
  title: 'Table',
  states: [
    {
      name: 'Sorted, chosen, opened by mouse and keys',
      isWide: true,
      Show: () => <ChosenState rows={FEW} />,
    },
    { name: 'A thousand rows', isWide: true, Show: () => <ChosenState rows={MANY} /> },
    {
      name: 'Only looked at, in half the width',
      Show: () => <DataTable {...common} label="Invoices to read" rows={FEW} />,
    },
    {
      name: 'Loading',
      Show: () => <DataTable {...common} label="Invoices" rows={[]} isLoading />,
    },
    {
      name: 'Empty',
      Show: () => (
        <DataTable
          {...common}
          label="No invoices"
          rows={[]}
          empty={
            <EmptyState
              icon={FileText}
              title="No invoices yet"
              description="Approved hours become a draft in two clicks."
              action={
                <Button variant="primary" icon={Plus}>
                  Draft of unbilled work
                </Button>
              }
            />
          }
        />
      ),
    },
  ],
};
