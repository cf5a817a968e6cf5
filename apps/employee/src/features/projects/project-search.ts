import type { ProjectListQueryVariables, ProjectPhase } from './project-list.generated.js';

export const PHASES = [
  'DISCOVERY',
  'PLANNING',
  'EXECUTION',
  'REVIEW',
  'DELIVERY',
  'SUPPORT',
  'CLOSED',
  'CANCELLED',
] as const satisfies readonly ProjectPhase[];

/** What the list of projects is narrowed to, as its address says it: `?search=aurora&phase=REVIEW`. */
export interface ProjectSearch {
  readonly search?: string;
  readonly phase?: ProjectPhase;
}

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readProjectSearch(given: Readonly<Record<string, unknown>>): ProjectSearch {
  const phase = PHASES.find((known) => known === given.phase);
  const search = given.search === undefined ? '' : String(given.search).trim();
  return { ...(search && { search }), ...(phase && { phase }) };
}

/** What the graph is asked for a search. */
export function listVariables({ search, phase }: ProjectSearch): ProjectListQueryVariables {
  return { search: search ?? null, phase: phase ? [phase] : null };
}
