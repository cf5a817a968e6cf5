import { formatDecimal } from '@nexus/ui/components/decimal';
import { MoneyText } from '@nexus/ui/components/money-text';
import { useRegion } from '@nexus/ui/components/region';
import type { Column } from '@nexus/ui/components/table/column';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnbilledItem } from './group-items.js';

interface SourceTableProps {
  readonly label: string;
  readonly items: readonly UnbilledItem[];
}

/** What was earned, entry by entry: who did what when, and what it is worth. */
export function SourceTable({ label, items }: SourceTableProps) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const { day } = useFormat();
  const columns = useMemo<readonly Column<UnbilledItem>[]>(
    () => [
      { id: 'day', header: t('source.day'), cell: ({ earnedOn }) => day(earnedOn), width: 112 },
      {
        id: 'what',
        header: t('source.what'),
        cell: ({ kind, timeEntry }) =>
          timeEntry?.note ?? timeEntry?.task?.title ?? t(`source.kind.${kind}`),
      },
      {
        id: 'who',
        header: t('source.who'),
        cell: ({ timeEntry }) => timeEntry?.user?.name ?? '–',
        width: 128,
        priority: 2,
      },
      {
        id: 'quantity',
        header: t('line.quantity'),
        cell: ({ quantity, unit }) => `${formatDecimal(quantity, locale, 2)} ${t(`unit.${unit}`)}`,
        align: 'end',
        width: 96,
      },
      {
        id: 'price',
        header: t('line.unitPrice'),
        cell: ({ unitPrice }) => <MoneyText money={unitPrice} />,
        align: 'end',
        width: 104,
        priority: 2,
      },
      {
        id: 'net',
        header: t('line.net'),
        cell: ({ net }) => <MoneyText money={net} />,
        align: 'end',
        width: 112,
      },
    ],
    [t, day, locale],
  );
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={items}
      rowId={({ id }) => id}
      rowLabel={({ earnedOn }) => day(earnedOn)}
    />
  );
}
