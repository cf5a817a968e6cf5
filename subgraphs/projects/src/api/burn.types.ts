import { DateScalar, MoneyType } from '@nexus/kit/graph';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('BurnWeek', { description: 'What a week brought to a project.', simpleResolvers: true })
export class BurnWeekType {
  @Field(() => String, { description: 'The ISO week, `2026-W47`.' })
  week!: string;

  @Field(() => DateScalar, { description: 'Its Monday.' })
  start!: string;

  @Field(() => Int, { description: 'Minutes that were worked and approved.' })
  minutes!: number;

  @Field(() => Int, { description: 'Those of them that the client pays for.' })
  billableMinutes!: number;

  @Field(() => MoneyType, { description: 'What they cost.' })
  cost!: MoneyType;

  @Field(() => MoneyType, {
    description:
      'What they are worth; for a fixed price the share of the budget that the completed tasks are of all.',
  })
  revenue!: MoneyType;

  @Field(() => MoneyType, { description: 'What of the budget they used.' })
  spent!: MoneyType;

  @Field(() => MoneyType, { description: 'What of the budget was used by the end of the week.' })
  spentToDate!: MoneyType;

  @Field(() => Float, {
    nullable: true,
    description: 'The same in percent of the budget; null without one.',
  })
  percent!: number | null;
}

@ObjectType('ProjectBurn', {
  description: 'How a project used its budget, week by week.',
  simpleResolvers: true,
})
export class ProjectBurnType {
  @Field(() => MoneyType, {
    nullable: true,
    description: 'The amount, or the cost, that spending is held against; null without one.',
  })
  limit!: MoneyType | null;

  @Field(() => [BurnWeekType], { description: 'The weeks, oldest first; at most 104, the last.' })
  weeks!: BurnWeekType[];
}
