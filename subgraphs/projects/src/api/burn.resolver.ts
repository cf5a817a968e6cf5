import { type LocalDate, type Money, money } from '@nexus/kit/domain';
import { Cost, DateScalar, type GraphContext, Requires, showMoney } from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { budgetBasis } from '../domain/budget.aggregate.js';
import { type BurnFigures, burnOf } from '../domain/burn.js';
import { canReadFinance } from '../policies/time-entry.policy.js';
import { doneByWeek, timeByWeek } from '../read/burn-figures.js';
import { Project } from '../read/project.entity.js';
import { ProjectBurnType } from './burn.types.js';

/** What each week brought, from the project's time and, for a fixed price, from its completed tasks. */
async function figuresOf(
  ctx: GraphContext,
  { id, budgetKind, budgetAmount }: Project,
  to: LocalDate,
  by: 'COST' | 'VALUE',
): Promise<ReadonlyMap<LocalDate, BurnFigures>> {
  const time = await ctx.read.load(`projects.burn-time:${to}`, id, (ids) =>
    timeByWeek(ctx.read, ids, to),
  );
  const fixed = budgetKind === 'FIXED_PRICE';
  const { timeZone } = ctx;
  const done = fixed
    ? await ctx.read.load(`projects.burn-done:${to}`, id, (ids) =>
        doneByWeek(ctx.read, ids, { to, timeZone }),
      )
    : undefined;
  const found = new Map<LocalDate, BurnFigures>();
  for (const { start, minutes, billableMinutes, value, cost } of time ?? []) {
    const revenue = fixed || budgetKind === 'NON_BILLABLE' ? 0 : value;
    const spent = by === 'COST' ? cost : value;
    found.set(start, { minutes, billableMinutes, cost, revenue, spent });
  }
  for (const { start, share } of done ?? []) {
    const nothing = { minutes: 0, billableMinutes: 0, cost: 0, spent: 0 };
    const revenue = Math.round((budgetAmount ?? 0) * share);
    found.set(start, { ...nothing, ...found.get(start), revenue });
  }
  return found;
}

@Resolver(() => Project)
export class BurnResolver {
  @FieldResolver(() => ProjectBurnType, {
    nullable: true,
    description: 'How it used its budget by week; null without the right to see it.',
  })
  @Requires('projects:finance:read')
  @Cost(5)
  async burn(
    @Root() project: Project,
    @Ctx() ctx: GraphContext,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'From the week of this day on; the project’s start unless given.',
    })
    from?: string | null,
    @Arg('to', () => DateScalar, {
      nullable: true,
      description: 'Up to the week of this day; today unless given.',
    })
    to?: string | null,
  ): Promise<ProjectBurnType | null> {
    if (!canReadFinance(ctx.principal, project)) return null;
    const { currency, budgetKind: kind, budgetAmount, budgetCost, start } = project;
    const inCurrency = (minor: number | null): Money | null =>
      minor === null ? null : money(minor, currency);
    const budget = { kind, amount: inCurrency(budgetAmount), cost: inCurrency(budgetCost) };
    const { by, limit } = budgetBasis(budget);
    const last = to ?? ctx.today;
    const byWeek = await figuresOf(ctx, project, last, by);
    const weeks = burnOf({ currency, limit, from: from ?? start, to: last, byWeek });
    return {
      limit: showMoney(limit),
      weeks: weeks.map((week) => ({
        ...week,
        cost: showMoney(week.cost),
        revenue: showMoney(week.revenue),
        spent: showMoney(week.spent),
        spentToDate: showMoney(week.spentToDate),
      })),
    };
  }
}
