import { checkText, isoWeekOf, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  Authenticated,
  Emits,
  type GraphContext,
  mutate,
  Public,
  Requires,
} from '@nexus/kit/graph';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { EntryFacts } from '../domain/time-entry.js';
import { timesheet, timesheetKey } from '../domain/timesheet.aggregate.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { followBilling, readableEntry } from './time-access.js';
import { TimeEntryDeleteInput, TimeEntryEditInput, TimeEntryLogInput } from './time-inputs.js';
import { TimeEntryPayload } from './time-payloads.js';
import { billableByDefault, projectOfTime, taskOfTime, timeFacts } from './time-project.js';

type Written = Promise<Answer<{ timeEntry: TimeEntry | undefined }>>;

/** Longest note of an entry, in characters. */
export const NOTE_LIMIT = { max: 2_000, required: false } as const;

/** The caller's own entry, which alone can be changed. Absent and out of reach are the same answer. */
async function ownEntry(tx: WriteSession, id: string): Promise<TimeEntry> {
  const row = await tx.row(TimeEntry, id);
  if (!row || row.userId !== tx.ctx.principal.subject) {
    return tx.refuse(violation('NOT_FOUND', 'You have no such time entry.', { path: ['id'] }));
  }
  if (row.running) {
    return tx.refuse(
      violation('TIME_LOCKED', 'Stop its timer first.', {
        path: ['id'],
        meta: { because: 'running' },
      }),
    );
  }
  return row;
}

function checkNote(tx: WriteSession, note: string | null | undefined): void {
  const flaws = checkText(note, ['note'], NOTE_LIMIT);
  if (flaws.length > 0) tx.refuse(...flaws);
}

@Resolver(() => TimeEntry)
export class TimeEntryResolver {
  @Query(() => TimeEntry, {
    nullable: true,
    description: 'A time entry; null where there is none within reach.',
  })
  @Authenticated()
  @Public()
  async timeEntry(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The entry.' }) id: string,
  ): Promise<TimeEntry | null> {
    await followBilling(ctx);
    return (await readableEntry(ctx, id)) ?? null;
  }

  @Mutation(() => TimeEntryPayload, { description: 'Writes down time that the caller worked.' })
  @Requires('projects:time:write')
  @Emits('projects.TimesheetOpened', 'projects.TimeEntryAdded')
  @Public()
  timeEntryLog(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryLogInput, { description: 'What was worked.' })
    input: TimeEntryLogInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      checkNote(tx, input.note);
      const userId = ctx.principal.subject;
      const { projectId, date, minutes, note } = input;
      const known = await projectOfTime(tx, projectId);
      const entryId = ctx.newId('TimeEntry');
      await tx.run(timesheet, timesheetKey(userId, isoWeekOf(date)), {
        type: 'log',
        entryId,
        userId,
        entry: {
          projectId,
          clientId: known.clientId,
          ...(await taskOfTime(tx, projectId, input.taskId)),
          date,
          minutes,
          billable: input.billable ?? billableByDefault(known),
          note: note || null,
        },
        project: timeFacts(known, userId),
      });
      return { timeEntry: await tx.row(TimeEntry, entryId) };
    });
  }

  @Mutation(() => TimeEntryPayload, {
    description: 'Changes an own entry that is a draft or was rejected; it is a draft afterwards.',
  })
  @Requires('projects:time:write')
  @Emits('projects.TimeEntryChanged', 'projects.TimeEntryDeleted', 'projects.TimeEntryAdded')
  @Public()
  timeEntryEdit(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryEditInput, { description: 'What is to be different.' })
    input: TimeEntryEditInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      checkNote(tx, input.note);
      const row = await ownEntry(tx, input.id);
      const { id: entryId, userId } = row;
      const projectId = input.projectId ?? row.projectId;
      const known = await projectOfTime(tx, projectId);
      const moved = projectId !== row.projectId;
      const keepsTask = input.taskId === undefined && !moved;
      const entry: EntryFacts = {
        projectId,
        clientId: known.clientId,
        ...(keepsTask
          ? { taskId: row.taskId, taskTitle: row.taskTitle }
          : await taskOfTime(tx, projectId, input.taskId)),
        date: input.date ?? row.date,
        minutes: input.minutes ?? row.worked,
        billable: input.billable ?? (moved ? billableByDefault(known) : row.billable),
        note: input.note === undefined ? row.note : input.note || null,
      };
      const project = timeFacts(known, userId);
      const [before, after] = [isoWeekOf(row.date), isoWeekOf(entry.date)];
      if (before === after) {
        await tx.run(timesheet, timesheetKey(userId, after), {
          type: 'edit',
          entryId,
          entry,
          project,
        });
      } else {
        const leave = { type: 'delete', entryId, cause: 'MOVED' } as const;
        await tx.run(timesheet, timesheetKey(userId, before), leave);
        const arrive = { type: 'log', entryId, userId, entry, project } as const;
        await tx.run(timesheet, timesheetKey(userId, after), arrive);
      }
      return { timeEntry: await tx.row(TimeEntry, entryId) };
    });
  }

  @Mutation(() => TimeEntryPayload, {
    description: 'Deletes an own entry that is a draft or was rejected; answers what it was.',
  })
  @Requires('projects:time:write')
  @Emits('projects.TimeEntryDeleted')
  @Public()
  timeEntryDelete(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryDeleteInput, { description: 'Which one.' })
    input: TimeEntryDeleteInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const row = await ownEntry(tx, input.id);
      const command = { type: 'delete', entryId: row.id, cause: 'DELETED' } as const;
      await tx.run(timesheet, timesheetKey(row.userId, isoWeekOf(row.date)), command);
      return { timeEntry: row };
    });
  }
}
