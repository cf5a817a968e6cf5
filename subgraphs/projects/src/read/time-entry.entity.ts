import { money } from '@nexus/kit/domain';
import {
  DateScalar,
  DateTimeScalar,
  type GraphContext,
  Key,
  MoneyType,
  Node,
  Requires,
  showMoney,
} from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeEntryStatus } from '../domain/time-entry.js';
import { timerLimit } from '../domain/timer.aggregate.js';
import { TimeEntryStatusEnum } from './time-enums.js';

/** One piece of work of one person; row and type of the graph at once. */
@Entity({ schema: 'projects', name: 'time_entry' })
@ObjectType('TimeEntry', {
  implements: Node,
  description: 'Time that a person worked on a project, from draft to invoice.',
})
@Key('id')
export class TimeEntry extends TenantRow implements Node {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  userId!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  clientId!: string | null;

  @Column('text')
  taskId!: string | null;

  @Column('text')
  taskTitle!: string | null;

  /** Null while a timer runs. */
  @Column('text')
  timesheetId!: string | null;

  @Field(() => DateScalar, { description: 'The day of the work, in the zone of whoever did it.' })
  @Column('date')
  date!: string;

  /** 0 while a timer runs. */
  @Column('integer')
  worked!: number;

  @Field(() => Boolean, { description: 'Whether the client pays for it.' })
  @Column('boolean')
  billable!: boolean;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @Column('text')
  note!: string | null;

  @Field(() => TimeEntryStatusEnum, { description: 'Where it is on its way to an invoice.' })
  @Column('text')
  status!: TimeEntryStatus;

  @Field(() => Boolean, { description: 'Whether its timer runs at this moment.' })
  @Column('boolean')
  running!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the running timer started.' })
  @Column('timestamptz')
  startedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether its timer ran into its limit of 12 hours.' })
  @Column('boolean')
  autoStopped!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  @Column('text')
  rejectionReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved.' })
  @Column('timestamptz')
  approvedAt!: Date | null;

  @Column('text')
  approvedById!: string | null;

  /** Price and cost per hour, and their worth for these minutes, in minor units; fixed by approval. */
  @Column('bigint')
  rateMinor!: number | null;

  @Column('bigint')
  costMinor!: number | null;

  @Column('bigint')
  valueTotal!: number | null;

  @Column('bigint')
  costTotal!: number | null;

  @Column('text')
  currency!: string | null;

  /** The draft or invoice that holds it. */
  @Column('text')
  invoiceId!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Field(() => Int, { description: 'Minutes worked; of a running timer, until now.' })
  minutes(@Ctx() ctx: GraphContext): number {
    if (!this.running || !this.startedAt) return this.worked;
    const start = new Date(this.startedAt);
    const until = Math.min(ctx.now.getTime(), timerLimit(start.toISOString()).getTime());
    return Math.max(0, Math.floor((until - start.getTime()) / 60_000));
  }

  @Field(() => Boolean, {
    description: 'Whether a draft invoice holds it: its approval cannot be taken back.',
  })
  isReserved(): boolean {
    return this.status === 'APPROVED' && this.invoiceId !== null;
  }

  @Field(() => MoneyType, { nullable: true, description: 'Price per hour, fixed by approval.' })
  @Requires('projects:finance:read')
  rate(): MoneyType | null {
    return perHour(this.rateMinor, this.currency);
  }

  @Field(() => MoneyType, { nullable: true, description: 'Cost per hour, fixed by approval.' })
  @Requires('projects:finance:read')
  cost(): MoneyType | null {
    return perHour(this.costMinor, this.currency);
  }
}

function perHour(minor: number | null, currency: string | null): MoneyType | null {
  return minor === null || !currency ? null : showMoney(money(minor, currency));
}
