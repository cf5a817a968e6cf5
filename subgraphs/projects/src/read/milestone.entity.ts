import { DateScalar, Key, Node } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents } from '../../events.d.ts';

export const milestoneTable = readTable({
  schema: 'projects',
  name: 'milestone',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    name text NOT NULL,
    due date NOT NULL,
    reached_on date,
    billable_amount bigint,
    billable_currency text,
    billable_percent double precision,
    weight integer NOT NULL`,
  indexes: ['(tenant_id, project_id, due)'],
});

@Key('id')
@ObjectType('Milestone', {
  implements: Node,
  description: 'A dated outcome of a project.',
  simpleResolvers: true,
})
@Entity({ schema: 'projects', name: 'milestone' })
export class Milestone extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  clientId!: string | null;

  @Field(() => String, { description: 'What is reached.' })
  @Column('text')
  name!: string;

  @Field(() => DateScalar, { description: 'The day it is planned for.' })
  @Column('date')
  due!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was reached.' })
  @Column('date')
  reachedOn!: string | null;

  /** Minor units; what reaching it earned, once it is reached. */
  @Column('bigint')
  billableAmount!: number | null;

  @Column('text')
  billableCurrency!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Percent of the budget that is billed when it is reached.',
  })
  @Column('double precision')
  billablePercent!: number | null;

  @Field(() => Int, { description: 'Its share of the planned progress, beside the others.' })
  @Column('integer')
  weight!: number;
}

export const milestoneProjection = projection<DeliveryEvents>()({
  name: 'projects.milestone',
  mode: 'inline',
  entity: Milestone,
  table: milestoneTable,
  on: {
    'projects.MilestoneAdded': {
      creates: true,
      key: ({ data }) => data.milestoneId,
      apply: (_, { data: { milestoneId: _id, billableAmount, ...milestone } }) => ({
        ...milestone,
        billableAmount: billableAmount?.minor ?? null,
        billableCurrency: billableAmount?.currency ?? null,
        reachedOn: null,
      }),
    },
    'projects.MilestoneRescheduled': {
      key: ({ data }) => data.milestoneId,
      apply: (row, { data }) => row && { due: data.to },
    },
    'projects.MilestoneReached': {
      key: ({ data }) => data.milestoneId,
      apply: (row, { data }) =>
        row && {
          reachedOn: data.on,
          billableAmount: data.billableAmount?.minor ?? null,
          billableCurrency: data.billableAmount?.currency ?? null,
        },
    },
  },
});
