import { checkText } from '@nexus/kit/domain';
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
import { entityMap, type ReadSession, raw, sql } from '@nexus/kit/read';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { timer } from '../domain/timer.aggregate.js';
import { recordStopped } from '../guards/timer-record.js';
import { canReadTime } from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { Timesheet } from '../read/timesheet.entity.js';
import { UserRef } from './stubs.js';
import { attributesOf } from './time-access.js';
import { NOTE_LIMIT } from './time-entry.resolver.js';
import { TimerStartInput, TimerStopInput } from './time-inputs.js';
import { TimerPayload } from './time-payloads.js';
import { billableByDefault, projectOfTime, taskOfTime, timeFacts } from './time-project.js';
import { sheetOf } from './timesheet.resolver.js';

type Timed = Promise<Answer<{ running: TimeEntry | undefined; stopped: TimeEntry[] }>>;

async function runningTimers(
  read: ReadSession,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, TimeEntry>> {
  const { select } = entityMap(TimeEntry);
  const rows = await read.entities(
    TimeEntry,
    sql`SELECT ${raw(select)} FROM projects.time_entry t
      WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
        AND t.running AND t.user_id = ANY (${userIds})`,
  );
  return new Map(rows.map((row) => [row.userId, row]));
}

async function shown(tx: WriteSession, running: string | null, stopped: readonly string[]) {
  return {
    running: running === null ? undefined : await tx.row(TimeEntry, running),
    stopped: await tx.rows(TimeEntry, stopped),
  };
}

@Resolver(() => UserRef)
export class TimerResolver {
  @Mutation(() => TimerPayload, {
    description: 'Starts a timer for the caller, and stops the one that runs.',
  })
  @Requires('projects:time:write')
  @Emits('projects.TimerStarted', 'projects.TimerStopped', 'projects.TimeEntryAdded')
  @Public()
  timerStart(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimerStartInput, { description: 'What is being worked on.' })
    input: TimerStartInput,
  ): Timed {
    return mutate(ctx, input, async (tx) => {
      const flaws = checkText(input.note, ['note'], NOTE_LIMIT);
      if (flaws.length > 0) tx.refuse(...flaws);
      const { projectId } = input;
      const userId = ctx.principal.subject;
      const known = await projectOfTime(tx, projectId);
      const entryId = ctx.newId('TimeEntry');
      const before = await tx.load(timer, userId);
      await tx.run(timer, userId, {
        type: 'start',
        work: {
          entryId,
          userId,
          projectId,
          clientId: known.clientId,
          ...(await taskOfTime(tx, projectId, input.taskId)),
          billable: input.billable ?? billableByDefault(known),
          note: input.note || null,
        },
        project: timeFacts(known, userId),
      });
      const stopped = await recordStopped(tx, before.state, ctx.now);
      return shown(tx, entryId, stopped);
    });
  }

  @Mutation(() => TimerPayload, {
    description: 'Stops the caller’s timer; time over midnight becomes an entry per day.',
  })
  @Requires('projects:time:write')
  @Emits('projects.TimerStopped', 'projects.TimeEntryAdded')
  @Public()
  timerStop(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimerStopInput, { description: 'When it ended.' })
    input: TimerStopInput,
  ): Timed {
    return mutate(ctx, input, async (tx) => {
      const userId = ctx.principal.subject;
      const before = await tx.load(timer, userId);
      await tx.run(timer, userId, { type: 'stop', at: input.at ?? null });
      const stopped = await recordStopped(tx, before.state, input.at ?? ctx.now);
      return shown(tx, null, stopped);
    });
  }

  @FieldResolver(() => TimeEntry, {
    nullable: true,
    description: 'The entry whose timer runs, where the caller may see it.',
  })
  @Authenticated()
  async runningTimer(@Root() { id }: UserRef, @Ctx() ctx: GraphContext): Promise<TimeEntry | null> {
    const row = await ctx.read.load(runningTimers, id, (ids) => runningTimers(ctx.read, ids));
    const time = row && (await attributesOf(ctx, row));
    return time && canReadTime(ctx.principal, time) ? row : null;
  }

  @FieldResolver(() => Timesheet, {
    nullable: true,
    description: 'The person’s week; null where nothing of it is within reach.',
  })
  @Authenticated()
  timesheet(
    @Root() { id }: UserRef,
    @Ctx() ctx: GraphContext,
    @Arg('week', () => String, { description: 'The ISO week, `2026-W47`.' }) week: string,
  ): Promise<Timesheet | null> {
    return sheetOf(ctx, id, week);
  }
}
