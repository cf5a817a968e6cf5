import { describe, expect, it } from '@jest/globals';
import { money, zero } from '@nexus/kit/domain';
import { specification } from '@nexus/kit/testing';
import {
  type BudgetEvent,
  budgetBasis,
  budgetPercent,
  budgetWatch,
} from '../../src/domain/budget.aggregate.js';
import { type ProfitFacts, profitability, worth } from '../../src/domain/profitability.js';

const eur = (minor: number) => money(minor, 'EUR');
const facts: ProfitFacts = {
  kind: 'TIME_AND_MATERIALS',
  budget: eur(1_000_000),
  currency: 'EUR',
  invoiced: eur(60_000),
  unbilled: eur(40_000),
  cost: eur(65_000),
  progress: 0.4,
  approvedMinutes: 600,
  billableMinutes: 540,
  pendingMinutes: 0,
};

describe('profitability', () => {
  it('of time and materials counts what is invoiced and what is approved and unbilled', () => {
    const profit = profitability(facts);
    expect(profit.revenue).toEqual(eur(100_000));
    expect(profit.margin).toEqual(eur(35_000));
    expect(profit.marginPercent).toBe(35);
    expect(profit.explanation).toMatchObject({ rule: 'INVOICED_AND_UNBILLED', level: 'ON_TARGET' });
    expect(profit.explanation.sentences[0]).toBe(
      'Revenue is 600.00 EUR invoiced + 400.00 EUR approved and not yet invoiced = 1000.00 EUR.',
    );
  });

  it('of a fixed price counts the price by progress, whatever was invoiced', () => {
    const profit = profitability({ ...facts, kind: 'FIXED_PRICE', budget: eur(200_000) });
    expect(profit.revenue).toEqual(eur(80_000));
    expect(profit.marginPercent).toBe(18.8);
    expect(profit.explanation).toMatchObject({ rule: 'BUDGET_BY_PROGRESS', level: 'LOW' });
  });

  it('of work that nobody pays is its cost', () => {
    const profit = profitability({ ...facts, kind: 'NON_BILLABLE', budget: null });
    expect(profit.margin).toEqual(eur(-65_000));
    expect(profit.marginPercent).toBeNull();
    expect(profit.explanation.level).toBe('UNKNOWN');
  });

  it('can lose money', () => {
    const profit = profitability({ ...facts, cost: eur(150_000) });
    expect(profit.marginPercent).toBe(-50);
    expect(profit.explanation.level).toBe('LOW');
  });

  it('says what waits for approval', () => {
    const { sentences } = profitability({ ...facts, pendingMinutes: 90 }).explanation;
    expect(sentences.at(-1)).toBe('1.5 h wait for approval and count in neither.');
  });

  it('values minutes to the cent', () => {
    expect(worth(90, eur(12_000))).toEqual(eur(18_000));
    expect(worth(1, eur(12_100))).toEqual(eur(202));
    expect(worth(7, eur(11_150))).toEqual(eur(1_301));
    expect(worth(60, null)).toBeNull();
  });
});

describe('a budget', () => {
  it('is held against cost or against value, by its kind', () => {
    const both = { amount: eur(100), cost: eur(70) };
    expect(budgetBasis({ kind: 'FIXED_PRICE', ...both })).toEqual({ by: 'COST', limit: eur(70) });
    expect(budgetBasis({ kind: 'RETAINER', ...both })).toEqual({ by: 'VALUE', limit: eur(100) });
  });

  it('has no percentage without an amount', () => {
    expect(budgetPercent(eur(50), eur(200))).toBe(25);
    expect(budgetPercent(eur(50), null)).toBeNull();
    expect(budgetPercent(eur(50), zero('EUR'))).toBeNull();
  });

  const observe = (spent: number, budget = 1_000) =>
    ({
      type: 'observe',
      projectId: 'prj_1',
      clientId: null,
      spent: eur(spent),
      budget: eur(budget),
    }) as const;
  const crossed = (percent: number, spent: number, budget = 1_000): BudgetEvent => ({
    type: 'ProjectBudgetThresholdCrossed',
    data: { projectId: 'prj_1', clientId: null, percent, spent: eur(spent), budget: eur(budget) },
  });
  const watch = specification(budgetWatch);

  it('reports each threshold once', async () => {
    await watch.given().when(observe(499)).then([]);
    await watch
      .given()
      .when(observe(850))
      .then([crossed(50, 850), crossed(80, 850)]);
    await watch
      .given(crossed(50, 500))
      .when(observe(850))
      .then([crossed(80, 850)]);
    await watch.given(crossed(50, 850), crossed(80, 850)).when(observe(900)).then([]);
  });

  it('begins anew with another budget', () =>
    watch
      .given(crossed(50, 500))
      .when(observe(1_000, 2_000))
      .then([crossed(50, 1_000, 2_000)]));

  it('is silent without a budget', () => watch.given().when(observe(100, 0)).then([]));
});
