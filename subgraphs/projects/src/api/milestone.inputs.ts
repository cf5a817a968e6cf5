import { DateScalar, MoneyInput, MutationInput } from '@nexus/kit/graph';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A new milestone of a project.' })
export class MilestoneAddInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'What is reached.' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day it is planned for.' })
  due!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'What is billed when it is reached.' })
  billableAmount?: MoneyInput | null;

  @Field(() => Float, { nullable: true, description: 'Or percent of the budget.' })
  billablePercent?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its share of the planned progress; 1 unless given.',
  })
  weight?: number | null;
}

@InputType({ description: 'Moves a milestone to another day.' })
export class MilestoneRescheduleInput extends MutationInput {
  @Field(() => ID, { description: 'The milestone.' })
  id!: string;

  @Field(() => DateScalar, { description: 'The new day.' })
  due!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Says that a milestone is reached.' })
export class MilestoneReachInput extends MutationInput {
  @Field(() => ID, { description: 'The milestone.' })
  id!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When; today unless given.' })
  on?: string | null;
}
