import { daysBetween } from '@nexus/kit/domain';
import type { BudgetKind, GateResult, ProjectPhase } from '../../events.d.ts';
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

/** A project as its gate sees it. */
export interface GateSubject extends GateFacts {
  readonly budgetKind: BudgetKind;
  readonly hasAmount: boolean;
  readonly hasDates: boolean;
  readonly hasMilestone: boolean;
  readonly phaseSince: string | null;
}

export interface GateCheckResult {
  readonly item: GateItem;
  readonly met: boolean;
}

/** The items of the gate ahead of a phase, and whether each holds today. */
export function gateChecks(
  phase: OpenPhase,
  subject: GateSubject,
  today: string,
): GateCheckResult[] {
  const { budgetKind, hasAmount, hasDates, hasMilestone, phaseSince } = subject;
  const met: Readonly<Record<GateItem, () => boolean>> = {
    BUDGET_CHOSEN: () => budgetKind !== 'FIXED_PRICE' || hasAmount,
    DATES_SET: () => hasDates,
    MILESTONE_PLANNED: () => hasMilestone,
    BUDGET_SET: () => budgetKind === 'NON_BILLABLE' || hasAmount,
    MILESTONE_TASKS_DONE: () => subject.openMilestoneTasks === 0,
    WARRANTY_OVER: () => phaseSince !== null && daysBetween(phaseSince, today) >= WARRANTY_DAYS,
    TASKS_DONE: () => subject.openTasks === 0,
  };
  return PHASE_STEPS[phase].gate.map((item) => ({ item, met: met[item]() }));
}

/** The same for the aggregate. */
export function gateResults(project: OpenProject, facts: GateFacts, today: string): GateResult[] {
  const { phase, budget, end, milestones, phaseSince } = project;
  const subject = {
    ...facts,
    budgetKind: budget.kind,
    hasAmount: budget.amount !== null,
    hasDates: end !== null,
    hasMilestone: Object.keys(milestones).length > 0,
    phaseSince,
  };
  return gateChecks(phase, subject, today);
}
