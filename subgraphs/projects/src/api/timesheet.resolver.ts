import { daysOfWeek, violation } from '@nexus/kit/domain';
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
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { timesheet, timesheetKey } from '../domain/timesheet.aggregate.js';
import { canReadTime, canSubmitTime } from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { TimesheetStatusEnum, type TimesheetStatusName } from '../read/time-enums.js';
import { Timesheet } from '../read/timesheet.entity.js';
import { UserRef } from './stubs.js';
import { attributesOf } from './time-access.js';
import { standingOf } from './time-affordances.resolver.js';
import { TimesheetSubmitInput } from './time-inputs.js';
import { TimesheetPayload } from './time-payloads.js';

type Submitted = Promise<Answer<{ timesheet: Timesheet | undefined }>>;

async function entriesBySheet(
  read: ReadSession,
  sheetIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TimeEntry[]>> {
  const { select } = entityMap(TimeEntry);
  const rows = await read.entities(
    TimeEntry,
    sql`SELECT ${raw(select)} FROM projects.time_entry t
      WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
        AND t.timesheet_id = ANY (${sheetIds})
      ORDER BY t.date, t.id`,
  );
  return Map.groupBy(rows, ({ timesheetId }) => timesheetId ?? '');
}

/** The entries of a sheet that the caller may see. */
async function entriesOf(ctx: GraphContext, { id }: Timesheet): Promise<readonly TimeEntry[]> {
  const all =
    (await ctx.read.load(entriesBySheet, id, (ids) => entriesBySheet(ctx.read, ids))) ?? [];
  const visible = await Promise.all(
    all.map(async (row) => {
      const time = await attributesOf(ctx, row);
      return time && canReadTime(ctx.principal, time) ? row : undefined;
    }),
  );
  return visible.filter((row) => row !== undefined);
}

async function sheetsByKey(
  read: ReadSession,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Timesheet>> {
  const { select } = entityMap(Timesheet);
  const rows = await read.entities(
    Timesheet,
    sql`SELECT ${raw(select)} FROM projects.timesheet t
      WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
        AND (t.user_id, t.week) IN (
          SELECT split_part(k, ' ', 1), split_part(k, ' ', 2) FROM unnest(${keys}::text[]) k)`,
  );
  return new Map(rows.map((row) => [`${row.userId} ${row.week}`, row]));
}

/** Somebody's week; of others, only where the caller may see some of its time. */
export async function sheetOf(
  ctx: GraphContext,
  userId: string,
  week: string,
): Promise<Timesheet | null> {
  const key = `${userId} ${week}`;
  const sheet = await ctx.read.load(sheetsByKey, key, (keys) => sheetsByKey(ctx.read, keys));
  if (!sheet) return null;
  if (userId === ctx.principal.subject) return sheet;
  return (await entriesOf(ctx, sheet)).length > 0 ? sheet : null;
}

const total = (entries: readonly TimeEntry[]) =>
  entries.reduce((minutes, { worked }) => minutes + worked, 0);

@Resolver(() => Timesheet)
export class TimesheetResolver {
  @Query(() => Timesheet, {
    nullable: true,
    description: 'A person’s week; null where nothing of it is within reach.',
  })
  @Authenticated()
  @Public()
  timesheet(
    @Ctx() ctx: GraphContext,
    @Arg('week', () => String, { description: 'The ISO week, `2026-W47`.' }) week: string,
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; the caller’s unless given.' })
    userId?: string,
  ): Promise<Timesheet | null> {
    return sheetOf(ctx, userId ?? ctx.principal.subject, week);
  }

  @Mutation(() => TimesheetPayload, {
    description:
      'Hands in every draft of an own week, the current one too, and later drafts again.',
  })
  @Requires('projects:time:write')
  @Emits('projects.TimesheetSubmitted')
  @Public()
  timesheetSubmit(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimesheetSubmitInput, { description: 'Which week.' })
    input: TimesheetSubmitInput,
  ): Submitted {
    return mutate(ctx, input, async (tx) => {
      const { week } = input;
      if (!daysOfWeek(week)) {
        tx.refuse(violation('WEEK_INVALID', 'There is no such ISO week.', { path: ['week'] }));
      }
      const key = timesheetKey(ctx.principal.subject, week);
      const { state } = await tx.run(timesheet, key, { type: 'submit' });
      const id = state.kind === 'OPENED' ? state.timesheetId : '';
      return { timesheet: await tx.row(Timesheet, id) };
    });
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Whose week it is.' })
  user(@Root() { userId }: Timesheet): UserRef {
    return { id: userId };
  }

  @FieldResolver(() => [TimeEntry], { description: 'Its entries within reach, by day.' })
  async entries(@Root() sheet: Timesheet, @Ctx() ctx: GraphContext): Promise<TimeEntry[]> {
    return [...(await entriesOf(ctx, sheet))];
  }

  @FieldResolver(() => Int, { description: 'Minutes of all its entries within reach.' })
  async totalMinutes(@Root() sheet: Timesheet, @Ctx() ctx: GraphContext): Promise<number> {
    return total(await entriesOf(ctx, sheet));
  }

  @FieldResolver(() => Int, { description: 'Minutes that clients pay for.' })
  async billableMinutes(@Root() sheet: Timesheet, @Ctx() ctx: GraphContext): Promise<number> {
    return total((await entriesOf(ctx, sheet)).filter(({ billable }) => billable));
  }

  @FieldResolver(() => TimesheetStatusEnum, { description: 'As far as its slowest entry is.' })
  async status(@Root() sheet: Timesheet, @Ctx() ctx: GraphContext): Promise<TimesheetStatusName> {
    const statuses = (await entriesOf(ctx, sheet)).map(({ status }) => status);
    if (statuses.some((status) => status === 'DRAFT' || status === 'REJECTED')) return 'OPEN';
    if (statuses.length === 0) return 'OPEN';
    return statuses.includes('SUBMITTED') ? 'SUBMITTED' : 'APPROVED';
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may hand it in now: their own, with a draft in it.',
  })
  async viewerCanSubmit(@Root() sheet: Timesheet, @Ctx() ctx: GraphContext): Promise<boolean> {
    const entries = await Promise.all(
      (await entriesOf(ctx, sheet)).map(async (row) => {
        const time = await attributesOf(ctx, row);
        return time && { ...standingOf(row), time };
      }),
    );
    return canSubmitTime(
      ctx.principal,
      entries.filter((entry) => entry !== undefined),
    );
  }
}
