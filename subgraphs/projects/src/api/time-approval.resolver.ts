import { checkText, isoWeekOf, type Violation, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Public, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { findRates, RATE_CARD, type RateCard, rateCard } from '../domain/rate-card.aggregate.js';
import { TIME_LIMITS } from '../domain/time-entry.rules.js';
import {
  type EntryAt,
  type TimesheetCommand,
  timesheet,
  timesheetKey,
} from '../domain/timesheet.aggregate.js';
import { observeBudget } from '../guards/budget-watch.js';
import { canApproveTime, canReadTime } from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { followBilling } from './time-access.js';
import {
  TimeEntryApproveInput,
  TimeEntryRejectInput,
  TimeEntryUnapproveInput,
} from './time-inputs.js';
import { TimeEntriesPayload } from './time-payloads.js';
import { type KnownProject, loadProject, roleIn, timeAttributes } from './time-project.js';

type Decided = Promise<Answer<{ timeEntries: TimeEntry[] }>>;

/** An entry that a bulk decision names, with its project and its place in the input. */
interface Named extends EntryAt {
  readonly row: TimeEntry;
  readonly project: KnownProject;
}

/** Finds what a bulk decision is about and asks the policy for each; refuses with every reason at once. */
async function named(tx: WriteSession, ids: readonly string[]): Promise<Named[]> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) {
    tx.refuse(violation('INPUT_REQUIRED', 'Name at least one entry.', { path: ['ids'] }));
  }
  if (unique.length > TIME_LIMITS.batch) {
    const message = `At most ${TIME_LIMITS.batch} entries at once.`;
    tx.refuse(
      violation('BATCH_TOO_LARGE', message, { path: ['ids'], meta: { max: TIME_LIMITS.batch } }),
    );
  }
  const rows = new Map((await tx.rows(TimeEntry, unique)).map((row) => [row.id, row]));
  const projects = new Map<string, KnownProject | undefined>();
  const { principal } = tx.ctx;
  const findings: Violation[] = [];
  const found: Named[] = [];
  for (const entryId of unique) {
    const path = ['ids', String(ids.indexOf(entryId))];
    const row = rows.get(entryId);
    if (row && !projects.has(row.projectId)) {
      projects.set(row.projectId, await loadProject(tx, row.projectId));
    }
    const project = row && projects.get(row.projectId);
    const time = project && timeAttributes(project, row.userId);
    if (!time || !canReadTime(principal, time)) {
      findings.push(violation('NOT_FOUND', 'There is no such time entry.', { path }));
    } else if (row.userId === principal.subject) {
      findings.push(violation('SELF_APPROVAL', 'Nobody decides about their own time.', { path }));
    } else if (!canApproveTime(principal, time)) {
      const message = 'The manager and the leads of the project decide about its time.';
      findings.push(violation('NOT_ALLOWED', message, { path }));
    } else if (row.running) {
      findings.push(
        violation('TIME_NOT_SUBMITTED', 'Its timer runs.', { path, meta: { because: 'running' } }),
      );
    } else {
      found.push({ entryId, path, row, project });
    }
  }
  if (findings.length > 0) tx.refuse(...findings);
  return found;
}

/** Runs one command per sheet, in a fixed order, so that two deciders do not wait for each other. */
async function decide(
  tx: WriteSession,
  entries: readonly Named[],
  command: (entries: readonly Named[]) => TimesheetCommand,
): Promise<TimeEntry[]> {
  const sheets = Map.groupBy(entries, ({ row }) => timesheetKey(row.userId, isoWeekOf(row.date)));
  for (const key of [...sheets.keys()].sort()) {
    await tx.run(timesheet, key, command(sheets.get(key) ?? []));
  }
  return tx.rows(
    TimeEntry,
    entries.map(({ entryId }) => entryId),
  );
}

function priced({ entryId, path, row, project }: Named, card: RateCard) {
  const { taskId, projectId, userId } = row;
  const work = { taskId, projectId, userId, role: roleIn(project, userId) };
  const { price, cost } = findRates(card, { ...work, currency: project.currency });
  return { entryId, path, rate: price.rate, cost: cost.rate };
}

@Resolver()
export class TimeApprovalResolver {
  @Mutation(() => TimeEntriesPayload, {
    description:
      'Approves handed-in time, all or none: its price and cost per hour are fixed. Nobody approves their own.',
  })
  @Requires('projects:time:approve')
  @Emits('projects.TimeEntryApproved', 'projects.ProjectBudgetThresholdCrossed')
  @Public()
  timeEntryApprove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryApproveInput, { description: 'Which ones.' })
    input: TimeEntryApproveInput,
  ): Decided {
    return mutate(ctx, input, async (tx) => {
      const entries = await named(tx, input.ids);
      const { state: card } = await tx.load(rateCard, RATE_CARD);
      const timeEntries = await decide(tx, entries, (some) => ({
        type: 'approve',
        entries: some.map((entry) => priced(entry, card)),
      }));
      for (const project of new Set(entries.map((entry) => entry.project))) {
        await observeBudget(tx, project);
      }
      return { timeEntries };
    });
  }

  @Mutation(() => TimeEntriesPayload, {
    description: 'Gives handed-in time back to whoever worked it, with a reason; all or none.',
  })
  @Requires('projects:time:approve')
  @Emits('projects.TimeEntryRejected')
  @Public()
  timeEntryReject(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryRejectInput, { description: 'Which ones and why.' })
    input: TimeEntryRejectInput,
  ): Decided {
    return mutate(ctx, input, async (tx) => {
      const flaws = checkText(input.reason, ['reason'], { max: 2_000 });
      if (flaws.length > 0) tx.refuse(...flaws);
      const reason = input.reason.trim();
      const entries = await named(tx, input.ids);
      return {
        timeEntries: await decide(tx, entries, (some) => ({
          type: 'reject',
          entries: some,
          reason,
        })),
      };
    });
  }

  @Mutation(() => TimeEntriesPayload, {
    description:
      'Takes approvals back while no invoice, draft or finalized, holds the time; all or none.',
  })
  @Requires('projects:time:approve')
  @Emits('projects.TimeEntryUnapproved')
  @Public()
  async timeEntryUnapprove(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => TimeEntryUnapproveInput, { description: 'Which ones.' })
    input: TimeEntryUnapproveInput,
  ): Decided {
    await followBilling(ctx);
    return mutate(ctx, input, async (tx) => {
      const entries = await named(tx, input.ids);
      return {
        timeEntries: await decide(tx, entries, (some) => ({ type: 'unapprove', entries: some })),
      };
    });
  }
}
