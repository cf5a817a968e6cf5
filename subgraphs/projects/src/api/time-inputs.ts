import {
  DateFilter,
  DateScalar,
  DateTimeScalar,
  enumeration,
  IdFilter,
  MutationInput,
  type OrderDirection,
  OrderDirectionEnum,
} from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { TimeEntryStatus } from '../domain/time-entry.js';
import { TimeEntryStatusEnum } from '../read/time-enums.js';

@InputType({ description: 'Time worked by the caller.' })
export class TimeEntryLogInput extends MutationInput {
  @Field(() => ID, { description: 'The project worked on.' })
  projectId!: string;

  @Field(() => ID, { nullable: true, description: 'The task worked on.' })
  taskId?: string | null;

  @Field(() => DateScalar, { description: 'The day; it must have begun somewhere on earth.' })
  date!: string;

  @Field(() => Int, { description: 'Whole minutes, from 1.' })
  minutes!: number;

  @Field(() => String, { nullable: true, description: 'What was done; 2,000 characters at most.' })
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the client pays for it; unless given, as the kind of the project’s budget says.',
  })
  billable?: boolean | null;
}

@InputType({ description: 'Changes of an entry; what is left out stays as it is.' })
export class TimeEntryEditInput extends MutationInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The project worked on.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The task worked on; null for none.' })
  taskId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'Whole minutes, from 1.' })
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'What was done; null for nothing.' })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client pays for it.' })
  billable?: boolean | null;
}

@InputType({ description: 'An entry to delete.' })
export class TimeEntryDeleteInput extends MutationInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;
}

@InputType({ description: 'Entries to approve, all or none.' })
export class TimeEntryApproveInput extends MutationInput {
  @Field(() => [ID], { description: 'The entries, at most 500; each counts once.' })
  ids!: string[];
}

@InputType({ description: 'Entries to give back, all or none.' })
export class TimeEntryRejectInput extends MutationInput {
  @Field(() => [ID], { description: 'The entries, at most 500; each counts once.' })
  ids!: string[];

  @Field(() => String, { description: 'Why; 2,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'Entries whose approval is taken back, all or none.' })
export class TimeEntryUnapproveInput extends MutationInput {
  @Field(() => [ID], { description: 'The entries, at most 500; each counts once.' })
  ids!: string[];
}

@InputType({ description: 'A week to hand in.' })
export class TimesheetSubmitInput extends MutationInput {
  @Field(() => String, { description: 'The ISO week, `2026-W47`.' })
  week!: string;
}

@InputType({ description: 'Work that begins now.' })
export class TimerStartInput extends MutationInput {
  @Field(() => ID, { description: 'The project to work on.' })
  projectId!: string;

  @Field(() => ID, { nullable: true, description: 'The task to work on.' })
  taskId?: string | null;

  @Field(() => String, { nullable: true, description: 'What is being done.' })
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the client pays for it; unless given, as the kind of the project’s budget says.',
  })
  billable?: boolean | null;
}

@InputType({ description: 'The end of the work that a timer measures.' })
export class TimerStopInput extends MutationInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the work ended; now unless given.',
  })
  at?: Date | null;
}

@InputType({ description: 'Which time entries.' })
export class TimeEntryFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By person.' })
  userId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By project.' })
  projectId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By task.' })
  taskId?: IdFilter | null;

  @Field(() => DateFilter, { nullable: true, description: 'By day.' })
  date?: DateFilter | null;

  @Field(() => [TimeEntryStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: TimeEntryStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Billable ones, or the others.' })
  billable?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Running ones, or the others.' })
  running?: boolean | null;
}

export const TimeEntryOrderFieldEnum = enumeration(
  'TimeEntryOrderField',
  'What a list of time entries is ordered by.',
  { DATE: 'The day of the work.' },
);

@InputType({ description: 'One key of the order of time entries.' })
export class TimeEntryOrder {
  @Field(() => TimeEntryOrderFieldEnum, { description: 'What to order by.' })
  field!: keyof typeof TimeEntryOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { description: 'Which end comes first.' })
  direction!: OrderDirection;
}
