import {
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useRegion } from '../region.js';
import type { Column, Sort } from './column.js';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface SortedRows<Row extends RowData> {
  readonly rows: readonly { readonly id: string; readonly original: Row }[];
  readonly sort: Sort | null;
  /** Ascending, descending, and as it came again. */
  readonly onSort: (columnId: string) => void;
}

interface SortedRowsOptions<Row extends RowData> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort?: Sort | null | undefined;
  readonly onSortChange?: ((sort: Sort | null) => void) | undefined;
}

/** Rows in the order that was asked for: sorted here, or by the graph where `onSortChange` is given. */
export function useSortedRows<Row extends RowData>(
  options: SortedRowsOptions<Row>,
): SortedRows<Row> {
  const { columns, rows, rowId, sort, onSortChange } = options;
  const { locale } = useRegion();
  const [own, setOwn] = useState<Sort | null>(null);
  const current = onSortChange ? (sort ?? null) : own;
  const change = onSortChange ?? setOwn;
  const definitions = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return columns.map(({ id, sortBy }) => ({
      id,
      accessorFn: (row: Row) => sortBy?.(row) ?? undefined,
      sortUndefined: 'last' as const,
      sortFn: (
        one: { getValue: (id: string) => unknown },
        other: { getValue: (id: string) => unknown },
      ) => compareBy(one.getValue(id), other.getValue(id), compare),
    }));
  }, [columns, locale]);
  const sorting: SortingState = useMemo(
    () => (current ? [{ id: current.columnId, desc: current.isDescending }] : []),
    [current],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
    state: { sorting },
    manualSorting: onSortChange !== undefined,
  });
  return {
    rows: table.getRowModel().rows,
    sort: current,
    onSort: (columnId) => change(nextSort(current, columnId)),
  };
}

function nextSort(current: Sort | null, columnId: string): Sort | null {
  if (current?.columnId !== columnId) return { columnId, isDescending: false };
  return current.isDescending ? null : { columnId, isDescending: true };
}

function compareBy(one: unknown, other: unknown, compare: Intl.Collator['compare']): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compare(String(one), String(other));
}
