import type { MembershipKind, MembershipStatus, PeopleQueryVariables } from './people.generated.js';

export const KINDS = ['STAFF', 'CLIENT', 'OPERATOR'] as const satisfies readonly MembershipKind[];
export const STATUSES = [
  'ACTIVE',
  'SUSPENDED',
  'REMOVED',
] as const satisfies readonly MembershipStatus[];
export const TABS = ['people', 'invitations', 'roles'] as const;

/** What is shown, as the address says it: `?tab=invitations`, `?search=ida&status=SUSPENDED&person=usr_…`. */
export interface PeopleSearch {
  readonly tab?: (typeof TABS)[number];
  readonly search?: string;
  readonly kind?: MembershipKind;
  readonly status?: MembershipStatus;
  /** The person that is looked at. */
  readonly person?: string;
}

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readPeopleSearch(given: Readonly<Record<string, unknown>>): PeopleSearch {
  const tab = TABS.find((known) => known === given.tab && known !== 'people');
  const kind = KINDS.find((known) => known === given.kind);
  const status = STATUSES.find((known) => known === given.status);
  const search = given.search === undefined ? '' : String(given.search).trim();
  const person = typeof given.person === 'string' ? given.person : '';
  return {
    ...(tab && { tab }),
    ...(search && { search }),
    ...(kind && { kind }),
    ...(status && { status }),
    ...(person && { person }),
  };
}

/** What the graph is asked for a search: people who may act, unless others are wanted. */
export function listVariables({ search, kind, status }: PeopleSearch): PeopleQueryVariables {
  return {
    search: search ?? null,
    filter: { kind: kind ? [kind] : null, status: [status ?? 'ACTIVE'] },
  };
}
