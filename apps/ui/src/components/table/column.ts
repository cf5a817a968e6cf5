import type { ReactNode } from 'react';

/** One column of a `DataTable`. The first one names the row. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Given, the rows can be sorted by it here; what has none (null) comes last. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** The graph sorts by it: `onSortChange` is told. */
  readonly isSortedByGraph?: boolean;
  /** Numbers stand at the end, so that their digits are below each other. */
  readonly align?: 'start' | 'end';
  /** In pixels; columns without one share the rest. */
  readonly width?: number;
  /**
   * 1 (default) is always there; 2 gives way where the table is narrow, and is back in the cards of a
   * phone; 3 is only there where there is plenty of room.
   */
  readonly priority?: 1 | 2 | 3;
  /** The header is for screen readers only: a column of buttons. */
  readonly isHeaderHidden?: boolean;
}

export interface Sort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

/** Rows that are chosen, by their ids. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Classes by which a column gives way to narrowness; the same on its head and its cells. */
export const PRIORITY_CLASSES = {
  1: '',
  2: '@lg:@max-2xl:hidden',
  3: '@max-4xl:hidden',
} as const;
