import { money } from '@nexus/kit/domain';
import { CurrencyCodeScalar, MoneyType, showMoney } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectRole, RateLevel, TimeEvents } from '../../events.d.ts';
import { rateKey } from '../domain/rate-card.aggregate.js';
import { RateLevelEnum } from './time-enums.js';

/** A rate that the tenant has set; row and type of the graph at once. */
@Entity({ schema: 'projects', name: 'rate' })
@ObjectType('Rate', { description: 'What an hour of somebody’s work is sold for and costs.' })
export class Rate extends TenantRow {
  @Field(() => ID, { description: 'Names the rate within the card: level, subject and currency.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => RateLevelEnum, { description: 'Whom it is for.' })
  @Column('text')
  level!: RateLevel;

  @Column('text')
  taskId!: string | null;

  @Column('text')
  projectId!: string | null;

  @Column('text')
  userId!: string | null;

  @Column('text')
  role!: ProjectRole | null;

  @Field(() => CurrencyCodeScalar, { description: 'Projects of this currency use it.' })
  @Column('text')
  currency!: string;

  @Column('bigint')
  priceMinor!: number | null;

  @Column('bigint')
  costMinor!: number | null;

  @Field(() => MoneyType, { nullable: true, description: 'Price per hour; null: look further.' })
  price(): MoneyType | null {
    return this.priceMinor === null ? null : showMoney(money(this.priceMinor, this.currency));
  }

  @Field(() => MoneyType, { nullable: true, description: 'Cost per hour; null: look further.' })
  cost(): MoneyType | null {
    return this.costMinor === null ? null : showMoney(money(this.costMinor, this.currency));
  }
}

export const rateTable = readTable({
  schema: 'projects',
  name: 'rate',
  columns: `
    id text COLLATE "C" NOT NULL,
    level text COLLATE "C" NOT NULL,
    task_id text COLLATE "C",
    project_id text COLLATE "C",
    user_id text COLLATE "C",
    role text COLLATE "C",
    currency text COLLATE "C" NOT NULL,
    price_minor bigint,
    cost_minor bigint`,
  clientsSee: 'nothing',
});

export const rateProjection = projection<TimeEvents>()<Rate>({
  name: 'projects.rate',
  mode: 'inline',
  entity: Rate,
  table: rateTable,
  on: {
    'projects.RatesSet': {
      key: ({ data }) => data.rates.map(({ subject, currency }) => rateKey(subject, currency)),
      apply: (_row, { data }, key) => {
        const rate = data.rates.findLast(
          ({ subject, currency }) => rateKey(subject, currency) === key,
        );
        if (!rate || (rate.price === null && rate.cost === null)) return null;
        const { subject, currency, price, cost } = rate;
        return { ...subject, currency, priceMinor: price, costMinor: cost };
      },
    },
  },
});
