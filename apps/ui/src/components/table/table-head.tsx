import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../forms/checkbox.js';
import { type Column, PRIORITY_CLASSES, type Selection, type Sort } from './column.js';
import { ROLES } from './roles.js';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly ids: readonly string[];
  readonly selection?: Selection | undefined;
  readonly sort: Sort | null;
  readonly onSort: (columnId: string) => void;
}

/** Names of the columns; where the rows are cards it is only there for screen readers. */
export function TableHead<Row>({ columns, ids, selection, sort, onSort }: TableHeadProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <thead
      {...ROLES.rowgroup}
      className="sticky top-0 z-10 bg-surface text-small text-muted @max-lg:sr-only"
    >
      <tr {...ROLES.row} aria-rowindex={1}>
        {selection && (
          <th
            scope="col"
            {...ROLES.columnheader}
            className="w-11 border-b border-line pl-4 text-left"
          >
            <Checkbox
              isLabelHidden
              label={t('table.chooseAll')}
              isChecked={chosenOf(ids, selection)}
              onChange={(isChecked) => selection.onChange(new Set(isChecked ? ids : []))}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            {...ROLES.columnheader}
            aria-sort={ariaSort(column, sort)}
            style={{ width: column.width }}
            className={clsx(
              'h-9 border-b border-line px-2 font-medium first:pl-4 last:pr-4',
              column.align === 'end' ? 'text-right' : 'text-left',
              PRIORITY_CLASSES[column.priority ?? 1],
            )}
          >
            {column.sortBy || column.isSortedByGraph ? (
              <button
                type="button"
                onClick={() => onSort(column.id)}
                className={clsx(
                  'inline-flex min-h-6 max-w-full items-center gap-1 rounded-small hover:text-text',
                  column.align === 'end' ? 'flex-row-reverse text-right' : 'text-left',
                )}
              >
                <span className="min-w-0 break-words">{column.header}</span>
                <SortSign columnId={column.id} sort={sort} />
              </button>
            ) : (
              <span className={column.isHeaderHidden ? 'sr-only' : 'block break-words'}>
                {column.header}
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortSign({ columnId, sort }: { readonly columnId: string; readonly sort: Sort | null }) {
  const isSorted = sort?.columnId === columnId;
  const Sign = !isSorted ? ChevronsUpDown : sort.isDescending ? ArrowDown : ArrowUp;
  return <Sign aria-hidden className={clsx('shrink-0', isSorted && 'text-accent')} size={12} />;
}

function ariaSort<Row>({ id, sortBy, isSortedByGraph }: Column<Row>, sort: Sort | null) {
  if (!sortBy && !isSortedByGraph) return undefined;
  if (sort?.columnId !== id) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}

function chosenOf(ids: readonly string[], { chosen }: Selection): boolean | 'indeterminate' {
  const count = ids.filter((id) => chosen.has(id)).length;
  if (count === 0) return false;
  return count === ids.length ? true : 'indeterminate';
}
