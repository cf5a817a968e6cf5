import type { Sort } from '@nexus/ui/components/table/column';
import type { InvoiceListQueryVariables } from './invoice-list.generated.js';
import { type InvoiceState, STATES } from './invoice-state.js';

/** Columns that the graph sorts by, as it calls them. */
const SORTS = {
  number: 'NUMBER',
  issueDate: 'ISSUE_DATE',
  dueDate: 'DUE_DATE',
  total: 'TOTAL',
  remaining: 'REMAINING',
} as const;

/** What the list of invoices is narrowed to and sorted by: `?state=OVERDUE&sort=-dueDate`. */
export interface InvoiceSearch {
  readonly state?: InvoiceState;
  readonly number?: string;
  readonly clientId?: string;
  /** Due from this day on, until that day. */
  readonly from?: string;
  readonly to?: string;
  /** A column; with a minus the other way round. */
  readonly sort?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readInvoiceSearch(given: Readonly<Record<string, unknown>>): InvoiceSearch {
  const text = (name: string) => (given[name] === undefined ? '' : String(given[name]).trim());
  const state = STATES.find((known) => known === given.state);
  const [number, clientId, sort] = [text('number'), text('clientId'), text('sort')];
  const [from, to] = [text('from'), text('to')];
  return {
    ...(state && { state }),
    ...(number && { number }),
    ...(clientId && { clientId }),
    ...(DAY.test(from) && { from }),
    ...(DAY.test(to) && { to }),
    ...(sort.replace(/^-/, '') in SORTS && { sort }),
  };
}

/** What the graph is asked for a search. */
export function invoiceVariables(search: InvoiceSearch): InvoiceListQueryVariables {
  const { state, number, clientId, from, to, sort } = search;
  const field = SORTS[sort?.replace(/^-/, '') as keyof typeof SORTS] ?? 'CREATED_AT';
  const isDescending = sort === undefined || sort.startsWith('-');
  return {
    status: !state || state === 'OVERDUE' ? null : [state],
    overdue: state === 'OVERDUE' ? true : null,
    clientId: clientId ? { eq: clientId } : null,
    number: number ? { startsWith: number } : null,
    dueDate: from || to ? { ...(from && { gte: from }), ...(to && { lte: to }) } : null,
    orderBy: [{ field, direction: isDescending ? 'DESC' : 'ASC' }],
  };
}

export function sortIn({ sort }: InvoiceSearch): Sort | null {
  if (sort === undefined) return null;
  return { columnId: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') };
}

export const sortText = (sort: Sort | null): string | undefined =>
  sort ? `${sort.isDescending ? '-' : ''}${sort.columnId}` : undefined;

/** The search with some of it changed; what is undefined or empty is taken out. */
export function withSearch(
  search: InvoiceSearch,
  change: { readonly [Key in keyof InvoiceSearch]?: InvoiceSearch[Key] | undefined },
): InvoiceSearch {
  return readInvoiceSearch({ ...search, ...change });
}
