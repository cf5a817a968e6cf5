import { type GraphContext, type LiveEventValue, live, Public, Requires } from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { TimeEntry } from '../read/time-entry.entity.js';
import { readableEntry } from './time-access.js';
import { TimeEntryEvent } from './time-payloads.js';

type Value = LiveEventValue<TimeEntry | null>;
interface Args {
  readonly projectId: string;
  readonly after?: string | null;
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
}
