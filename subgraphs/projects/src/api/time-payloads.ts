import { Connection, LiveEvent, Payload } from '@nexus/kit/graph';
import { Field, ObjectType } from 'type-graphql';
import { TimeEntry } from '../read/time-entry.entity.js';
import { Timesheet } from '../read/timesheet.entity.js';

export const TimeEntryConnection = Connection(TimeEntry);
export const TimeEntryEvent = LiveEvent(
  'TimeEntryEvent',
  TimeEntry,
  'Something that happened to a time entry.',
);

export const TimesheetEvent = LiveEvent(
  'TimesheetEvent',
  Timesheet,
  'Something happened to the time of a week.',
);

@ObjectType({ description: 'A time entry that was written.' })
export class TimeEntryPayload extends Payload {
  @Field(() => TimeEntry, { nullable: true, description: 'The entry, where it was done.' })
  timeEntry?: TimeEntry;
}

@ObjectType({ description: 'Time entries about which something was decided.' })
export class TimeEntriesPayload extends Payload {
  @Field(() => [TimeEntry], { nullable: true, description: 'The entries, where it was done.' })
  timeEntries?: TimeEntry[];
}

@ObjectType({ description: 'A week that was handed in.' })
export class TimesheetPayload extends Payload {
  @Field(() => Timesheet, { nullable: true, description: 'The week, where it was done.' })
  timesheet?: Timesheet;
}

@ObjectType({ description: 'A timer that was started or stopped.' })
export class TimerPayload extends Payload {
  @Field(() => TimeEntry, {
    nullable: true,
    description: 'The entry that runs now; null for none.',
  })
  running?: TimeEntry;

  @Field(() => [TimeEntry], {
    nullable: true,
    description: 'What the stopped timer measured, one entry per day.',
  })
  stopped?: TimeEntry[];
}
