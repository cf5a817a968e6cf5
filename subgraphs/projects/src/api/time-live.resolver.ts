import type { RecordedEvent } from '@nexus/kit/domain';
import { type GraphContext, type LiveEventValue, live, Public, Requires } from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { canApproveTime } from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { Timesheet } from '../read/timesheet.entity.js';
import { attributesOf, readableEntry } from './time-access.js';
import { TimeEntryEvent, TimesheetEvent } from './time-payloads.js';

type Value = LiveEventValue<TimeEntry | null>;
type SheetValue = LiveEventValue<Timesheet | null>;
interface Args {
  readonly projectId: string;
  readonly after?: string | null;
}

const OWN = [
  ...['TimeEntryAdded', 'TimeEntryChanged', 'TimeEntryDeleted', 'TimesheetSubmitted'],
  ...['TimeEntryApproved', 'TimeEntryRejected', 'TimeEntryUnapproved'],
  ...['TimeEntryReserved', 'TimeEntryInvoiced', 'TimeEntryReleased'],
].map((name) => `projects.${name}`);

function ownTimeChanges(ctx: GraphContext, { after }: Pick<Args, 'after'>) {
  return live<TimeEntry>(ctx, {
    types: OWN,
    of: { userId: ctx.principal.subject },
    after,
    node: async ({ data }, fresh) =>
      typeof data.entryId === 'string'
        ? ((await fresh.read.row(TimeEntry, data.entryId)) ?? null)
        : null,
  });
}

const DECIDED = ['TimeEntryApproved', 'TimeEntryRejected', 'TimeEntryUnapproved'].map(
  (name) => `projects.${name}`,
);

/** The sheet of an event, where the caller decides about some of what the event is about. */
async function decidedSheet({ data }: RecordedEvent, ctx: GraphContext) {
  const userId = String(data.userId);
  const about = (data.entries ?? [data]) as readonly { readonly projectId: string }[];
  const times = await Promise.all(
    [...new Set(about.map(({ projectId }) => projectId))].map((projectId) =>
      attributesOf(ctx, { projectId, userId }),
    ),
  );
  if (!times.some((time) => time && canApproveTime(ctx.principal, time))) return undefined;
  const entry = data.entryId ? await ctx.read.row(TimeEntry, String(data.entryId)) : undefined;
  const sheetId = entry?.timesheetId ?? data.timesheetId;
  return typeof sheetId === 'string' ? ctx.read.row(Timesheet, sheetId) : undefined;
}

function approvalChanges(ctx: GraphContext, { after }: Pick<Args, 'after'>) {
  const types = ['projects.TimesheetSubmitted', ...DECIDED];
  return live<Timesheet>(ctx, { types, after, node: decidedSheet });
}

@Resolver()
export class TimeLiveResolver {
  @Subscription(() => TimeEntryEvent, {
    description: 'Time of a project was approved. Only entries within the caller’s reach are told.',
    subscribe: ({ context, args }) => {
      const { projectId, after } = args as unknown as Args;
      return live(context as GraphContext, {
        types: ['projects.TimeEntryApproved'],
        of: { projectId },
        after,
        node: ({ data }, fresh) => readableEntry(fresh, String(data.entryId)),
      });
    },
  })
  @Requires('projects:read')
  @Public()
  timeEntryApproved(
    @Root() event: Value,
    @Arg('projectId', () => ID, { description: 'The project.' }) _projectId: string,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): Value {
    return event;
  }

  @Subscription(() => TimeEntryEvent, {
    description: 'The caller’s timer started or stopped, on whichever device.',
    subscribe: ({ context, args }) => {
      const ctx = context as GraphContext;
      return live(ctx, {
        types: ['projects.TimerStarted', 'projects.TimerStopped'],
        of: { userId: ctx.principal.subject },
        after: (args as unknown as Args).after,
        node: async ({ data }, fresh) =>
          (await fresh.read.row(TimeEntry, String(data.entryId))) ?? null,
      });
    },
  })
  @Requires('projects:time:write')
  timerChanged(
    @Root() event: Value,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): Value {
    return event;
  }

  @Subscription(() => TimeEntryEvent, {
    description:
      'What happens to the caller’s own time: written down, changed, handed in, decided, invoiced. Without a node where an entry is gone, or a whole week was handed in.',
    subscribe: ({ context, args }) =>
      ownTimeChanges(context as GraphContext, args as unknown as Args),
  })
  @Requires('projects:time:write')
  myTimeChanged(
    @Root() event: Value,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): Value {
    return event;
  }

  @Subscription(() => TimesheetEvent, {
    description:
      'A week was handed in, or time in it was decided, of which the caller approves some; the node is the week.',
    subscribe: ({ context, args }) =>
      approvalChanges(context as GraphContext, args as unknown as Args),
  })
  @Requires('projects:time:approve')
  timeApprovalsChanged(
    @Root() event: SheetValue,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): SheetValue {
    return event;
  }
}
