import { CurrencyCodeScalar, DecimalScalar, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType } from 'type-graphql';
import type { ProjectRole, RateLevel } from '../../events.d.ts';
import { ProjectRoleEnum } from '../read/project.enums.js';
import { RateLevelEnum } from '../read/time-enums.js';

@InputType({ description: 'A rate to set, or to take away where price and cost are both null.' })
export class RateInput {
  @Field(() => RateLevelEnum, { description: 'Whom it is for: says which of the ids are needed.' })
  level!: RateLevel;

  @Field(() => ID, { nullable: true, description: 'For TASK.' })
  taskId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For PROJECT and MEMBER.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For USER and MEMBER.' })
  userId?: string | null;

  @Field(() => ProjectRoleEnum, { nullable: true, description: 'For ROLE and DEFAULT.' })
  role?: ProjectRole | null;

  @Field(() => CurrencyCodeScalar, { description: 'Projects of this currency use it.' })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Price per hour.' })
  price?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cost per hour.' })
  cost?: string | null;
}

@InputType({ description: 'Changes of the rate card; rates that are not named stay.' })
export class RateCardSaveInput extends MutationInput {
  @Field(() => [RateInput], { nullable: true, description: 'Rates to set, at most 500.' })
  rates?: RateInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether built-in rates per role count where no other rate is set.',
  })
  usesBuiltIn?: boolean | null;
}
