/**
 * The roles that the elements have by themselves, said outright: a display that is no table's (cards)
 * would take them away.
 */
export const ROLES = {
  table: { role: 'table' },
  grid: { role: 'grid' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
} as const;
