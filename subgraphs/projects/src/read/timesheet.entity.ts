import { DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeEvents } from '../../events.d.ts';

/** One person's ISO week; row and type of the graph at once. */
@Entity({ schema: 'projects', name: 'timesheet' })
@ObjectType('Timesheet', {
  implements: Node,
  description: 'The time that a person worked in one ISO week.',
})
@Key('id')
export class Timesheet extends TenantRow implements Node {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  userId!: string;

  @Field(() => String, { description: 'The ISO week, `2026-W47`.' })
  @Column('text')
  week!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last handed in.' })
  @Column('timestamptz')
  submittedAt!: Date | null;
}

export const timesheetTable = readTable({
  schema: 'projects',
  name: 'timesheet',
  columns: `
    id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    week text COLLATE "C" NOT NULL,
    submitted_at timestamptz`,
  indexes: ['UNIQUE (tenant_id, user_id, week)'],
  clientsSee: 'nothing',
});

export const timesheetProjection = projection<TimeEvents>()<Timesheet>({
  name: 'projects.timesheet',
  mode: 'inline',
  entity: Timesheet,
  table: timesheetTable,
  on: {
    'projects.TimesheetOpened': {
      creates: true,
      key: ({ data }) => data.timesheetId,
      apply: (_row, { data: { userId, week } }) => ({ userId, week, submittedAt: null }),
    },
    'projects.TimesheetSubmitted': {
      key: ({ data }) => data.timesheetId,
      apply: (row, { occurredAt }) => row && { submittedAt: occurredAt },
    },
  },
});
