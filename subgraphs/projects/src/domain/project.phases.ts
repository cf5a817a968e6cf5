import { daysBetween } from '@nexus/kit/domain';
import type { GateResult, ProjectPhase } from '../../events.d.ts';
import type { OpenPhase, OpenProject } from './project.state.js';

/** What a gate must know beyond the project's own stream; read in the transaction of the change. */
export interface GateFacts {
  /** Open tasks that belong to a milestone. */
  readonly openMilestoneTasks: number;
  readonly openTasks: number;
}

export const WARRANTY_DAYS = 30;
export const REOPEN_DAYS = 90;

/** What can be checked now; the specification's other items wait for the domains that know them. */
export const GATE_ITEMS = [
  'BUDGET_CHOSEN',
  'DATES_SET',
  'MILESTONE_PLANNED',
  'BUDGET_SET',
  'MILESTONE_TASKS_DONE',
  'WARRANTY_OVER',
  'TASKS_DONE',
] as const;
export type GateItem = (typeof GATE_ITEMS)[number];

interface Step {
  readonly forward: ProjectPhase;
  readonly back: OpenPhase | null;
  readonly gate: readonly GateItem[];
}

/** The only ways a phase moves, beside cancelling and reopening. */
export const PHASE_STEPS: Readonly<Record<OpenPhase, Step>> = {
  DISCOVERY: { forward: 'PLANNING', back: null, gate: ['BUDGET_CHOSEN'] },
  PLANNING: {
    forward: 'EXECUTION',
    back: 'DISCOVERY',
    gate: ['DATES_SET', 'MILESTONE_PLANNED', 'BUDGET_SET'],
  },
  EXECUTION: { forward: 'REVIEW', back: 'PLANNING', gate: ['MILESTONE_TASKS_DONE'] },
  REVIEW: { forward: 'DELIVERY', back: 'EXECUTION', gate: [] },
  DELIVERY: { forward: 'SUPPORT', back: 'REVIEW', gate: [] },
  SUPPORT: { forward: 'CLOSED', back: null, gate: ['WARRANTY_OVER', 'TASKS_DONE'] },
};

/** The items of the gate ahead of a project, and whether each holds today. */
export function gateResults(project: OpenProject, facts: GateFacts, today: string): GateResult[] {
  const { budget, start, end, milestones, phaseSince } = project;
  const met: Readonly<Record<GateItem, () => boolean>> = {
    BUDGET_CHOSEN: () => budget.kind !== 'FIXED_PRICE' || budget.amount !== null,
    DATES_SET: () => Boolean(start && end),
    MILESTONE_PLANNED: () => Object.keys(milestones).length > 0,
    BUDGET_SET: () => budget.kind === 'NON_BILLABLE' || budget.amount !== null,
    MILESTONE_TASKS_DONE: () => facts.openMilestoneTasks === 0,
    WARRANTY_OVER: () => phaseSince !== null && daysBetween(phaseSince, today) >= WARRANTY_DAYS,
    TASKS_DONE: () => facts.openTasks === 0,
  };
  return PHASE_STEPS[project.phase].gate.map((item) => ({ item, met: met[item]() }));
}
