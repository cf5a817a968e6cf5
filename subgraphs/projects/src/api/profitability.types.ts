import { MoneyType, showMoney } from '@nexus/kit/graph';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { BudgetKind } from '../../events.d.ts';
import type { MarginLevel, Profitability, RevenueRule } from '../domain/profitability.js';
import { BudgetKindEnum } from '../read/project.enums.js';
import { MarginLevelEnum, RevenueRuleEnum } from '../read/time-enums.js';

@ObjectType('ProfitabilityExplanation', {
  description: 'What the profit of a project was computed from.',
  simpleResolvers: true,
})
export class ProfitabilityExplanation {
  @Field(() => RevenueRuleEnum, { description: 'How revenue was found.' })
  rule!: RevenueRule;

  @Field(() => MarginLevelEnum, { description: 'How the margin compares with the target.' })
  level!: MarginLevel;

  @Field(() => MoneyType, { description: 'Net of finalized invoices less credit notes.' })
  invoiced!: MoneyType;

  @Field(() => MoneyType, { description: 'Approved billable time on no finalized invoice.' })
  unbilled!: MoneyType;

  @Field(() => Float, { description: 'Done share of the tasks’ weight in percent.' })
  progressPercent!: number;

  @Field(() => Int, { description: 'Minutes approved: what cost counts.' })
  approvedMinutes!: number;

  @Field(() => Int, { description: 'Minutes approved that the client pays for.' })
  billableMinutes!: number;

  @Field(() => Int, { description: 'Minutes handed in and not approved: counted in nothing yet.' })
  pendingMinutes!: number;

  @Field(() => [String], { description: 'The computation in sentences.' })
  sentences!: readonly string[];
}

@ObjectType('Profitability', {
  description: 'What a project brings and costs, in its currency.',
  simpleResolvers: true,
})
export class ProfitabilityType {
  @Field(() => MoneyType, { description: 'What it has earned.' })
  revenue!: MoneyType;

  @Field(() => MoneyType, { description: 'Approved time at the cost rates of its approval.' })
  cost!: MoneyType;

  @Field(() => MoneyType, { description: 'Revenue less cost.' })
  margin!: MoneyType;

  @Field(() => Float, {
    nullable: true,
    description: 'Margin in percent of revenue, one decimal; null without revenue.',
  })
  marginPercent!: number | null;

  @Field(() => ProfitabilityExplanation, { description: 'What the numbers came from.' })
  explanation!: ProfitabilityExplanation;
}

@ObjectType('ProjectBudget', {
  description: 'What a project may cost or bring, and how much of it is used.',
  simpleResolvers: true,
})
export class ProjectBudgetType {
  @Field(() => BudgetKindEnum, { description: 'How the work is paid.' })
  kind!: BudgetKind;

  @Field(() => MoneyType, { nullable: true, description: 'The price agreed or expected.' })
  amount!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: 'What the work may cost.' })
  cost!: MoneyType | null;

  @Field(() => MoneyType, {
    description:
      'What is used: approved value of hours by the hour, approved cost of a fixed price or internal work.',
  })
  spent!: MoneyType;

  @Field(() => Float, {
    nullable: true,
    description: 'The used share in percent, one decimal; null without a budget.',
  })
  percent!: number | null;

  @Field(() => [Int], { description: 'The percentages at which it is reported.' })
  thresholds!: readonly number[];
}

/** Profit as the graph shows it. */
export function showProfit({
  revenue,
  cost,
  margin,
  marginPercent,
  explanation,
}: Profitability): ProfitabilityType {
  const { invoiced, unbilled } = explanation;
  return {
    revenue: showMoney(revenue),
    cost: showMoney(cost),
    margin: showMoney(margin),
    marginPercent,
    explanation: { ...explanation, invoiced: showMoney(invoiced), unbilled: showMoney(unbilled) },
  };
}
