import { type Money, minus, money, plus, times, toDecimalText, zero } from '@nexus/kit/domain';
import type { BudgetKind } from '../../events.d.ts';

/** Thresholds of margin, in percent; the documented defaults. */
export const MARGIN_LIMITS = { target: 30, warning: 20 } as const;

/** What profit is computed from, all in the project's currency. */
export interface ProfitFacts {
  readonly kind: BudgetKind;
  readonly budget: Money | null;
  readonly currency: string;
  /** Net of finalized invoices less credit notes. */
  readonly invoiced: Money;
  /** Approved billable time that is on no finalized invoice, at its approved price. */
  readonly unbilled: Money;
  /** Approved time at its approved cost. */
  readonly cost: Money;
  /** Done share of the tasks' weight, 0 to 1. */
  readonly progress: number;
  readonly approvedMinutes: number;
  readonly billableMinutes: number;
  /** Submitted, not yet approved: in neither revenue nor cost. */
  readonly pendingMinutes: number;
}

export type RevenueRule = 'INVOICED_AND_UNBILLED' | 'BUDGET_BY_PROGRESS' | 'NONE';
export type MarginLevel = 'ON_TARGET' | 'BELOW_TARGET' | 'LOW' | 'UNKNOWN';

export interface Profitability {
  readonly revenue: Money;
  readonly cost: Money;
  readonly margin: Money;
  /** One decimal; null where there is no revenue to compare with. */
  readonly marginPercent: number | null;
  readonly explanation: ProfitExplanation;
}

export interface ProfitExplanation {
  readonly rule: RevenueRule;
  readonly level: MarginLevel;
  readonly invoiced: Money;
  readonly unbilled: Money;
  readonly progressPercent: number;
  readonly approvedMinutes: number;
  readonly billableMinutes: number;
  readonly pendingMinutes: number;
  readonly sentences: readonly string[];
}

/** Worth of some minutes at a price per hour, rounded half up to minor units. */
export function worth(minutes: number, perHour: Money | null): Money | null {
  if (!perHour) return null;
  const product = BigInt(perHour.minor) * BigInt(minutes);
  return money(Number((product + 30n) / 60n), perHour.currency);
}

const percent = (share: number) => Math.round(share * 1000) / 10;
const text = (amount: Money) => `${toDecimalText(amount)} ${amount.currency}`;
const hours = (minutes: number) => `${Math.round((minutes / 60) * 100) / 100} h`;

function revenueOf(facts: ProfitFacts): { rule: RevenueRule; revenue: Money; sentence: string } {
  switch (facts.kind) {
    case 'FIXED_PRICE': {
      const budget = facts.budget ?? zero(facts.currency);
      const revenue = times(budget, facts.progress.toFixed(6));
      const sentence = `Revenue is the fixed price of ${text(budget)} × ${percent(facts.progress)} % progress = ${text(revenue)}.`;
      return { rule: 'BUDGET_BY_PROGRESS', revenue, sentence };
    }
    case 'NON_BILLABLE':
      return {
        rule: 'NONE',
        revenue: zero(facts.currency),
        sentence: 'Nothing of this project is billed, so it has no revenue.',
      };
    case 'TIME_AND_MATERIALS':
    case 'RETAINER': {
      const revenue = plus(facts.invoiced, facts.unbilled);
      const sentence = `Revenue is ${text(facts.invoiced)} invoiced + ${text(facts.unbilled)} approved and not yet invoiced = ${text(revenue)}.`;
      return { rule: 'INVOICED_AND_UNBILLED', revenue, sentence };
    }
    default:
      return facts.kind satisfies never;
  }
}

function levelOf(marginPercent: number | null): MarginLevel {
  if (marginPercent === null) return 'UNKNOWN';
  if (marginPercent >= MARGIN_LIMITS.target) return 'ON_TARGET';
  return marginPercent >= MARGIN_LIMITS.warning ? 'BELOW_TARGET' : 'LOW';
}

/** Revenue − cost = margin, with every number it came from. */
export function profitability(facts: ProfitFacts): Profitability {
  const { rule, revenue, sentence } = revenueOf(facts);
  const { cost, invoiced, unbilled, approvedMinutes, billableMinutes, pendingMinutes } = facts;
  const margin = minus(revenue, cost);
  const marginPercent = revenue.minor === 0 ? null : percent(margin.minor / revenue.minor);
  const level = levelOf(marginPercent);
  const compared =
    marginPercent === null
      ? `Margin is ${text(margin)}.`
      : `Margin is ${text(margin)}, ${marginPercent} % of revenue; the target is ${MARGIN_LIMITS.target} %.`;
  const sentences = [
    sentence,
    `Cost is ${hours(approvedMinutes)} of approved time at the cost rates of its approval = ${text(cost)}.`,
    compared,
    ...(level === 'LOW' ? [`The margin is below ${MARGIN_LIMITS.warning} %.`] : []),
    ...(pendingMinutes > 0
      ? [`${hours(pendingMinutes)} wait for approval and count in neither.`]
      : []),
  ];
  return {
    revenue,
    cost,
    margin,
    marginPercent,
    explanation: {
      rule,
      level,
      invoiced,
      unbilled,
      progressPercent: percent(facts.progress),
      approvedMinutes,
      billableMinutes,
      pendingMinutes,
      sentences,
    },
  };
}
