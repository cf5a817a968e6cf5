import type { InvoiceListQueryVariables } from './invoice-list.generated.js';

export const FILTERS = ['due', 'overdue', 'paid'] as const;
export type InvoiceFilterName = (typeof FILTERS)[number];

/** What the list is narrowed to, as its address says it: `?state=due&project=prj_…`. */
export interface InvoiceSearch {
  readonly state?: InvoiceFilterName;
  readonly project?: string;
}

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readInvoiceSearch(given: Readonly<Record<string, unknown>>): InvoiceSearch {
  const state = FILTERS.find((known) => known === given.state);
  const { project } = given;
  const isId = typeof project === 'string' && project.startsWith('prj_');
  return { ...(state && { state }), ...(isId && { project }) };
}

const STATUSES = {
  due: { status: ['OPEN', 'PARTIALLY_PAID'], overdue: null },
  overdue: { status: ['OPEN', 'PARTIALLY_PAID'], overdue: true },
  paid: { status: ['PAID'], overdue: null },
} as const satisfies Record<InvoiceFilterName, InvoiceListQueryVariables>;

/** What the graph is asked for a search. */
export function listVariables({ state, project }: InvoiceSearch): InvoiceListQueryVariables {
  return {
    ...(state ? STATUSES[state] : { status: null, overdue: null }),
    project: project ? { eq: project } : null,
  };
}
