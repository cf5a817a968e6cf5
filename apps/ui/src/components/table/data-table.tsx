import type { RowData } from '@tanstack/react-table';
import { clsx } from 'clsx';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { lazyPart } from '../lazy-part.js';
import { SkeletonGroup } from '../skeleton-group.js';
import type { Column, Selection, Sort } from './column.js';
import { ROLES } from './roles.js';
import { TableHead } from './table-head.js';
import { TableRow } from './table-row.js';
import { useRowKeys } from './use-row-keys.js';
import { useSortedRows } from './use-sorted-rows.js';

interface DataTableProps<Row extends RowData> {
  /** What the rows are, for a screen reader. */
  readonly label: string;
  /** Kept the same between renders. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** A row in words: names its checkbox. */
  readonly rowLabel: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: Selection;
  /** With `onSortChange`: the graph sorts. */
  readonly sort?: Sort | null;
  readonly onSortChange?: (sort: Sort | null) => void;
  /** Nothing has come yet. What has come stays in sight while it is asked again. */
  readonly isLoading?: boolean;
  /** An `EmptyState`, where there is no row. */
  readonly empty?: ReactNode;
  /** Below the last row: `LoadMore`. */
  readonly footer?: ReactNode;
}

/** As many rows as are drawn without a window onto them. */
const MAX_DRAWN = 60;
const WindowRows = lazyPart(async () => (await import('./window-rows.js')).WindowRows);

/**
 * Rows in columns: sorted, chosen and opened by mouse and keyboard; cards on a phone; of many rows only
 * those in sight are drawn.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rowLabel, onOpen, selection, footer } = props;
  const { rows, sort, onSort } = useSortedRows(props);
  const ids = rows.map((row) => row.id);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const scrollTo = useRef<(index: number) => void>(null);
  const isWindow = rows.length > MAX_DRAWN;
  const rowAt = (index: number) =>
    scroller?.querySelector<HTMLElement>(`tbody [data-index="${index}"]`);
  const keys = useRowKeys({
    ids,
    selection,
    onOpen:
      onOpen && ((id) => rows.filter((row) => row.id === id).map((row) => onOpen(row.original))),
    onFocusRow: (index) => {
      scrollTo.current?.(index);
      const shown = rowAt(index);
      if (shown) shown.focus();
      else requestAnimationFrame(() => rowAt(index)?.focus());
    },
  });
  if (props.isLoading && rows.length === 0) {
    return (
      <div className="p-4">
        <SkeletonGroup lines={6} />
      </div>
    );
  }
  if (rows.length === 0) return props.empty ?? null;

  const isInteractive = onOpen !== undefined || selection !== undefined;
  const renderRow = (index: number, ref: Ref<HTMLTableRowElement>) => {
    const row = rows[index];
    if (!row) return null;
    return (
      <TableRow
        key={row.id}
        ref={ref}
        row={row.original}
        id={row.id}
        label={rowLabel(row.original)}
        index={index}
        columns={columns}
        tabIndex={isInteractive ? (row.id === keys.activeId ? 0 : -1) : undefined}
        isChosen={selection?.chosen.has(row.id)}
        onToggle={keys.onToggle}
        onActivate={keys.onActivate}
        onOpen={onOpen}
      />
    );
  };
  const firstRows = rows.slice(0, MAX_DRAWN).map((_, index) => renderRow(index, null));
  return (
    <div
      ref={setScroller}
      className={clsx('@container', isWindow && 'max-h-[70dvh] overflow-y-auto')}
    >
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        {...(isInteractive ? ROLES.grid : ROLES.table)}
        onKeyDown={keys.onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0 @max-lg:block"
      >
        <TableHead {...{ columns, ids, selection, sort, onSort }} />
        <tbody {...ROLES.rowgroup} className="@max-lg:block">
          {isWindow ? (
            <WindowRows fallback={firstRows} {...{ ids, scroller, scrollTo, renderRow }} />
          ) : (
            firstRows
          )}
        </tbody>
      </table>
      {footer}
    </div>
  );
}
