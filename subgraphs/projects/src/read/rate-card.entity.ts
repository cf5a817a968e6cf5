import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeEvents } from '../../events.d.ts';
import { RATE_CARD } from '../domain/rate-card.aggregate.js';

/** The tenant's one rate card; without a row built-in rates are in use. */
@Entity({ schema: 'projects', name: 'rate_card' })
@ObjectType('RateCard', { description: 'What hours are sold for and cost, in all of the tenant.' })
export class RateCardRow extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Boolean, {
    description: 'Whether built-in rates per role count where no other rate is set.',
  })
  @Column('boolean')
  usesBuiltIn!: boolean;
}

export const rateCardTable = readTable({
  schema: 'projects',
  name: 'rate_card',
  columns: `
    id text COLLATE "C" NOT NULL,
    uses_built_in boolean NOT NULL`,
  clientsSee: 'nothing',
});

export const rateCardProjection = projection<TimeEvents>()<RateCardRow>({
  name: 'projects.rate_card',
  mode: 'inline',
  entity: RateCardRow,
  table: rateCardTable,
  on: {
    'projects.BuiltInRatesSwitched': {
      key: () => RATE_CARD,
      apply: (_row, { data }) => ({ usesBuiltIn: data.inUse }),
    },
  },
});
