import { accept, aggregate, type Decision, type Money } from '@nexus/kit/domain';
import type { BudgetKind } from '../../events.d.ts';
import { type TimeEvent, timeEvents } from './time.events.js';

/** Percent of the budget at which it is reported; the documented defaults. */
export const BUDGET_THRESHOLDS = [50, 80, 100, 110] as const;

export type BudgetEvent = TimeEvent<'ProjectBudgetThresholdCrossed'>;

/** What was reported for a baseline. Another amount is another baseline. */
export interface BudgetWatch {
  readonly baseline: Money | null;
  readonly reported: readonly number[];
}

export interface BudgetCommand {
  readonly type: 'observe';
  readonly projectId: string;
  readonly clientId: string | null;
  readonly spent: Money;
  readonly budget: Money;
}

/** The budget that spending is held against: cost where the price is fixed or nobody pays, else the amount. */
export function budgetBasis(budget: {
  readonly kind: BudgetKind;
  readonly amount: Money | null;
  readonly cost: Money | null;
}): { readonly by: 'COST' | 'VALUE'; readonly limit: Money | null } {
  switch (budget.kind) {
    case 'FIXED_PRICE':
    case 'NON_BILLABLE':
      return { by: 'COST', limit: budget.cost };
    case 'TIME_AND_MATERIALS':
    case 'RETAINER':
      return { by: 'VALUE', limit: budget.amount };
    default:
      return budget.kind satisfies never;
  }
}

/** Spent share of a budget in percent, one decimal; null without a budget. */
export function budgetPercent(spent: Money, budget: Money | null): number | null {
  if (!budget || budget.minor === 0) return null;
  return Math.round((spent.minor / budget.minor) * 1000) / 10;
}

const isSame = (a: Money | null, b: Money) => a?.minor === b.minor && a.currency === b.currency;

function decide(
  { baseline, reported }: BudgetWatch,
  { projectId, clientId, spent, budget }: BudgetCommand,
): Decision<BudgetEvent> {
  if (budget.minor <= 0 || spent.currency !== budget.currency) return accept([]);
  const known = isSame(baseline, budget) ? reported : [];
  const crossed = BUDGET_THRESHOLDS.filter(
    (percent) => spent.minor * 100 >= budget.minor * percent && !known.includes(percent),
  );
  return accept(
    crossed.map((percent) => ({
      type: 'ProjectBudgetThresholdCrossed',
      data: { projectId, clientId, percent, spent, budget },
    })),
  );
}

function evolve({ baseline, reported }: BudgetWatch, { data }: BudgetEvent): BudgetWatch {
  const known = isSame(baseline, data.budget) ? reported : [];
  return { baseline: data.budget, reported: [...known, data.percent] };
}

/** Reports each threshold of a project's budget once per baseline. Stream `project-budget-<projectId>`. */
export const budgetWatch = aggregate<BudgetWatch, BudgetCommand, BudgetEvent>({
  name: 'project-budget',
  catalogue: timeEvents,
  initial: { baseline: null, reported: [] },
  decide,
  evolve,
});
