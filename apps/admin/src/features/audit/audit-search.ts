import type { IsoDate } from '@nexus/ui/components/iso-date';
import type { AuditTrailQueryVariables } from './audit-trail.generated.js';

export const DOMAINS = ['identity', 'crm', 'projects', 'billing', 'operations'] as const;
export type Domain = (typeof DOMAINS)[number];

/** What the trail is narrowed to, and the entry that is looked at, as the address says it. */
export interface AuditSearch {
  /** A user's id. */
  readonly person?: string;
  /** Id of what it happened to. */
  readonly object?: string;
  /** The request that it came of: a command and what followed from it. */
  readonly request?: string;
  readonly domain?: Domain;
  /** Beginning of an event's name: `crm.Client`. */
  readonly type?: string;
  /** First and last day, in UTC as the log reckons. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly entry?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readAuditSearch(given: Readonly<Record<string, unknown>>): AuditSearch {
  const textOf = (name: string) => (given[name] === undefined ? '' : String(given[name]).trim());
  const dayOf = (name: string) => (DAY.test(textOf(name)) ? textOf(name) : '');
  const domain = DOMAINS.find((known) => known === given.domain);
  const parts = {
    person: textOf('person'),
    object: textOf('object'),
    request: textOf('request'),
    type: textOf('type'),
    from: dayOf('from'),
    to: dayOf('to'),
    entry: textOf('entry'),
  };
  const told = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
  return { ...told, ...(domain && { domain }) };
}

/** What the graph is asked for a search. */
export function listVariables(search: AuditSearch): AuditTrailQueryVariables {
  const { person, object, request, domain, type, from, to } = search;
  const occurredAt = {
    ...(from && { gte: `${from}T00:00:00.000Z` }),
    ...(to && { lte: `${to}T23:59:59.999Z` }),
  };
  return {
    filter: {
      ...(person && { actorId: { eq: person } }),
      ...(object && { objectId: { eq: object } }),
      ...(request && { correlationId: { eq: request } }),
      ...(domain && { domain }),
      ...(type && { type: { startsWith: type } }),
      ...((from || to) && { occurredAt }),
    },
  };
}
