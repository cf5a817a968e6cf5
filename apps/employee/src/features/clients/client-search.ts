import type { ClientLifecycle, ClientListQueryVariables } from './client-list.generated.js';

export const LIFECYCLES = [
  'PROSPECT',
  'ONBOARDING',
  'ACTIVE',
  'PAST',
] as const satisfies readonly ClientLifecycle[];

/** What the list of clients is narrowed to, as its address says it. */
export interface ClientSearch {
  readonly search?: string;
  readonly lifecycle?: ClientLifecycle;
  /** Only those that the viewer owns. */
  readonly mine?: true;
  /** Archived ones too. */
  readonly archived?: true;
}

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readClientSearch(given: Readonly<Record<string, unknown>>): ClientSearch {
  const search = given.search === undefined ? '' : String(given.search).trim();
  const lifecycle = LIFECYCLES.find((known) => known === given.lifecycle);
  const isOn = (name: string) => String(given[name] ?? '') === 'true';
  return {
    ...(search && { search }),
    ...(lifecycle && { lifecycle }),
    ...(isOn('mine') && { mine: true as const }),
    ...(isOn('archived') && { archived: true as const }),
  };
}

/** What the graph is asked for a search. */
export function clientVariables(
  { search, lifecycle, mine, archived }: ClientSearch,
  viewerId: string,
): ClientListQueryVariables {
  return {
    search: search ?? null,
    lifecycle: lifecycle ? [lifecycle] : null,
    ownerId: mine ? { eq: viewerId } : null,
    includeArchived: archived === true,
  };
}
