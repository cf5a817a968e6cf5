import { money } from '@nexus/kit/domain';
import { Cost, type GraphContext, Public, Requires, showMoney } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { BUDGET_THRESHOLDS, budgetBasis, budgetPercent } from '../domain/budget.aggregate.js';
import type { Profitability } from '../domain/profitability.js';
import { canReadFinance } from '../policies/time-entry.policy.js';
import { Project } from '../read/project.entity.js';
import { profitOf, timeFigures } from '../read/project-figures.js';
import { ProfitabilityType, ProjectBudgetType, showProfit } from './profitability.types.js';

/** What must have been heard of billing, so that profit right after an invoice is that with the invoice. */
const FENCES = ['projects.project_revenue', 'projects.time_billing'];

async function upToDateProfit(
  ctx: GraphContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Profitability>> {
  const { consumers } = ctx.runtime;
  await Promise.all(FENCES.map((name) => consumers.fence(name, ctx.tenantId)));
  return profitOf(ctx.read, await ctx.read.rows(Project, ids));
}

@Resolver(() => Project)
export class ProfitabilityResolver {
  @FieldResolver(() => ProfitabilityType, {
    nullable: true,
    description: 'What it brings and costs, and why; null without the right to see it.',
  })
  @Requires('projects:finance:read')
  @Cost(5)
  @Public()
  async profitability(
    @Root() project: Project,
    @Ctx() ctx: GraphContext,
  ): Promise<ProfitabilityType | null> {
    if (!canReadFinance(ctx.principal, project)) return null;
    const profit = await ctx.read.load(upToDateProfit, project.id, (ids) =>
      upToDateProfit(ctx, ids),
    );
    return profit ? showProfit(profit) : null;
  }

  @FieldResolver(() => ProjectBudgetType, {
    nullable: true,
    description: 'Its budget and how much of it is used; null without the right to see it.',
  })
  @Requires('projects:finance:read')
  @Cost(2)
  @Public()
  async budget(
    @Root() project: Project,
    @Ctx() ctx: GraphContext,
  ): Promise<ProjectBudgetType | null> {
    if (!canReadFinance(ctx.principal, project)) return null;
    const { id, currency, budgetKind: kind, budgetAmount, budgetCost } = project;
    const inCurrency = (minor: number | null) => (minor === null ? null : money(minor, currency));
    const [amount, cost] = [inCurrency(budgetAmount), inCurrency(budgetCost)];
    const figures = await ctx.read.load(timeFigures, id, (ids) => timeFigures(ctx.read, ids));
    const { by, limit } = budgetBasis({ kind, amount, cost });
    const spent = money((by === 'COST' ? figures?.cost : figures?.value) ?? 0, currency);
    return {
      kind,
      amount: showMoney(amount),
      cost: showMoney(cost),
      spent: showMoney(spent),
      percent: budgetPercent(spent, limit),
      thresholds: BUDGET_THRESHOLDS,
    };
  }
}
