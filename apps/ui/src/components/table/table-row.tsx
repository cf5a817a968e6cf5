import { clsx } from 'clsx';
import type { MouseEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../forms/checkbox.js';
import { type Column, PRIORITY_CLASSES } from './column.js';
import { ROLES } from './roles.js';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  /** What it is, in words: names its checkbox. */
  readonly label: string;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly ref?: Ref<HTMLTableRowElement>;
  /** Reached by Tab: one row of all. Undefined where rows do nothing. */
  readonly tabIndex?: 0 | -1 | undefined;
  /** Undefined where rows cannot be chosen. */
  readonly isChosen?: boolean | undefined;
  readonly onToggle: (id: string, isRange: boolean) => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen?: ((row: Row) => void) | undefined;
}

/** One row; a card where the table is as narrow as a phone. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, id, label, index, columns, isChosen, onToggle, onActivate, onOpen } = props;
  const { t } = useTranslation('ui');
  const role = props.tabIndex === undefined ? 'cell' : 'gridcell';
  const open = (event: MouseEvent) => {
    const isControl = (event.target as HTMLElement).closest('a,button,input,label,[role=checkbox]');
    if (onOpen && !isControl) onOpen(row);
  };
  return (
    <tr
      ref={props.ref}
      {...ROLES.row}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      tabIndex={props.tabIndex}
      onFocus={() => onActivate(id)}
      onClick={open}
      className={clsx(
        'group h-row border-line aria-selected:bg-selected hover:bg-hover',
        'focus-visible:outline-offset-[-2px]',
        '@max-lg:relative @max-lg:block @max-lg:h-auto @max-lg:border-b @max-lg:px-4 @max-lg:py-2 @max-lg:last:border-b-0',
        onOpen && 'cursor-pointer',
      )}
    >
      {isChosen !== undefined && (
        <td
          role={role}
          className="w-11 pl-4 @max-lg:absolute @max-lg:right-2 @max-lg:w-auto @lg:border-b @lg:border-line @lg:group-last:border-b-0"
        >
          <Checkbox
            isLabelHidden
            label={t('table.choose', { row: label })}
            isChecked={isChosen}
            onChange={() => onToggle(id, false)}
          />
        </td>
      )}
      {columns.map((column, place) => (
        <td
          key={column.id}
          role={role}
          className={clsx(
            'truncate px-2 py-1 first:pl-4 last:pr-4 @lg:border-b @lg:border-line @lg:group-last:border-b-0',
            column.priority !== 3 && '@max-lg:flex',
            '@max-lg:items-center @max-lg:justify-between @max-lg:gap-4 @max-lg:px-0 @max-lg:first:pl-0 @max-lg:last:pr-0',
            place === 0 && '@max-lg:font-medium',
            place === 0 && isChosen !== undefined && '@max-lg:pr-10',
            column.align === 'end' && 'tabular @lg:text-right',
            PRIORITY_CLASSES[column.priority ?? 1],
          )}
        >
          {place > 0 && !column.isHeaderHidden && (
            <span aria-hidden className="hidden text-small text-muted @max-lg:inline">
              {column.header}
            </span>
          )}
          {place > 0 ? (
            <span className="@max-lg:min-w-0 @max-lg:text-right @max-lg:break-words @max-lg:whitespace-normal @lg:contents">
              {column.cell(row)}
            </span>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
