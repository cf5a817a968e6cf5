import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  Connection,
  ConnectionArgs,
  CurrencyCodeScalar,
  Emits,
  type GraphContext,
  MoneyType,
  mutate,
  Payload,
  Requires,
  readMoney,
  showMoney,
} from '@nexus/kit/graph';
import { type Page, paginate, sql } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { ProjectRole } from '../../events.d.ts';
import { project } from '../domain/project.aggregate.js';
import { RATE_CARD, type RateSetting, rateCard } from '../domain/rate-card.aggregate.js';
import { builtInRate } from '../domain/rate-defaults.js';
import { task } from '../domain/task.aggregate.js';
import { KnownPerson } from '../read/neighbours.entity.js';
import { ProjectRoleEnum } from '../read/project.enums.js';
import { Rate } from '../read/rate.entity.js';
import { RateCardRow } from '../read/rate-card.entity.js';
import { RateCardSaveInput, type RateInput } from './rate-inputs.js';

const RateConnection = Connection(Rate);
const ROLES: readonly ProjectRole[] = ['MANAGER', 'LEAD', 'MEMBER', 'OBSERVER'];

@ObjectType({ description: 'What an hour of a role is worth where nobody has set a rate.' })
export class BuiltInRate {
  @Field(() => ProjectRoleEnum, { description: 'The role in a project.' })
  role!: ProjectRole;

  @Field(() => MoneyType, { description: 'Price per hour.' })
  price!: MoneyType | null;

  @Field(() => MoneyType, { description: 'Cost per hour.' })
  cost!: MoneyType | null;
}

@ObjectType({ description: 'The rate card after it was saved.' })
export class RateCardPayload extends Payload {
  @Field(() => RateCardRow, { nullable: true, description: 'The card, where it was saved.' })
  rateCard?: RateCardRow;
}

/** Before anything was switched, built-in rates are in use. */
const untouched = (): RateCardRow =>
  Object.assign(new RateCardRow(), { id: RATE_CARD, usesBuiltIn: true });

async function setting(tx: WriteSession, input: RateInput, index: number): Promise<RateSetting> {
  const path = (field: string) => ['rates', String(index), field];
  const { level, currency, taskId = null, projectId = null, userId = null, role = null } = input;
  if (projectId !== null && (await tx.load(project, projectId)).state.kind === 'absent') {
    tx.refuse(violation('NOT_FOUND', 'There is no such project.', { path: path('projectId') }));
  }
  if (taskId !== null && (await tx.load(task, taskId)).state.kind === 'absent') {
    tx.refuse(violation('NOT_FOUND', 'There is no such task.', { path: path('taskId') }));
  }
  if (userId !== null && !(await tx.row(KnownPerson, userId))) {
    tx.refuse(violation('NOT_FOUND', 'There is no such person.', { path: path('userId') }));
  }
  const amount = (field: 'price' | 'cost') => {
    const text = input[field];
    return text == null ? null : readMoney({ amount: text, currency }, path(field)).minor;
  };
  return {
    subject: { level, taskId, projectId, userId, role },
    currency,
    price: amount('price'),
    cost: amount('cost'),
  };
}

@Resolver(() => RateCardRow)
export class RateCardResolver {
  @Query(() => RateCardRow, {
    description:
      'The tenant’s rates. Of an hour’s work the first found counts: task, member, project, role, user, default.',
  })
  @Requires('projects:finance:read')
  async rateCard(@Ctx() ctx: GraphContext): Promise<RateCardRow> {
    return (await ctx.read.row(RateCardRow, RATE_CARD)) ?? untouched();
  }

  @Mutation(() => RateCardPayload, {
    description: 'Sets rates. What is approved already keeps the rates of its approval.',
  })
  @Requires('projects:admin')
  @Emits('projects.RatesSet', 'projects.BuiltInRatesSwitched')
  rateCardSave(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => RateCardSaveInput, { description: 'What is to be different.' })
    input: RateCardSaveInput,
  ): Promise<Answer<{ rateCard: RateCardRow }>> {
    return mutate(ctx, input, async (tx) => {
      const rates: RateSetting[] = [];
      for (const [i, rate] of (input.rates ?? []).entries()) rates.push(await setting(tx, rate, i));
      const builtIn = input.usesBuiltIn ?? null;
      await tx.run(rateCard, RATE_CARD, { type: 'save', rates, builtIn });
      return { rateCard: (await tx.row(RateCardRow, RATE_CARD)) ?? untouched() };
    });
  }

  @FieldResolver(() => RateConnection, { description: 'What the tenant has set.' })
  rates(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Rate>> {
    return paginate(ctx.read, { entity: Rate, where: sql`true`, orderBy: [], args });
  }

  @FieldResolver(() => [BuiltInRate], { description: 'The built-in rates in a currency.' })
  builtInRates(
    @Root() _card: RateCardRow,
    @Arg('currency', () => CurrencyCodeScalar, { description: 'In which currency.' })
    currency: string,
  ): BuiltInRate[] {
    return ROLES.map((role) => {
      const { price, cost } = builtInRate(role, currency);
      return { role, price: showMoney(price), cost: showMoney(cost) };
    });
  }
}
