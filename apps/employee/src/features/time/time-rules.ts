import { type Cache, type CacheRules, viewerKey } from '@nexus/ui/graph/cache-rules';
import type { MyTimeChangedSubscription } from './my-time-changed.generated.js';
import type { TimeEntryEditMutation } from './time-entry-edit.generated.js';
import type { TimeEntryLogMutation } from './time-entry-log.generated.js';
import type { TimerChangedSubscription } from './timer-changed.generated.js';
import type { TimerStartMutation } from './timer-start.generated.js';
import type { TimerStopMutation } from './timer-stop.generated.js';

type Timed = TimerStartMutation['timerStart'] | TimerStopMutation['timerStop'];

/** A week begins to exist with its first entry; and one timer runs at a time. */
export const timeRules: CacheRules = {
  updates: {
    Mutation: {
      timeEntryLog: ({ timeEntryLog }: TimeEntryLogMutation, _args, cache) =>
        linkWeek(cache, timeEntryLog.timeEntry?.timesheet),
      timeEntryEdit: ({ timeEntryEdit }: TimeEntryEditMutation, _args, cache) =>
        linkWeek(cache, timeEntryEdit.timeEntry?.timesheet),
      timerStart: ({ timerStart }: TimerStartMutation, _args, cache) =>
        turnTimer(cache, timerStart),
      timerStop: ({ timerStop }: TimerStopMutation, _args, cache) => turnTimer(cache, timerStop),
    },
    Subscription: {
      myTimeChanged: ({ myTimeChanged }: MyTimeChangedSubscription, _args, cache) =>
        linkWeek(cache, myTimeChanged.node?.timesheet),
      timerChanged({ timerChanged }: TimerChangedSubscription, _args, cache) {
        const { node } = timerChanged;
        const user = viewerKey(cache);
        if (!node || !user || user !== keyOf(cache, 'User', node.user?.id)) return;
        const entry = keyOf(cache, 'TimeEntry', node.id);
        // What was stopped is gone from its place only while nothing newer stands there.
        if (node.running) cache.link(user, 'runningTimer', entry);
        else if (cache.resolve(user, 'runningTimer') === entry)
          cache.link(user, 'runningTimer', null);
      },
    },
  },
};

interface Week {
  readonly id: string;
  readonly week: string;
}

function linkWeek(cache: Cache, sheet: Week | null | undefined): void {
  if (!sheet) return;
  cache.link('Query', 'timesheet', { week: sheet.week }, keyOf(cache, 'Timesheet', sheet.id));
}

function turnTimer(cache: Cache, { running, stopped, errors }: Timed): void {
  if (errors.length > 0) return;
  for (const entry of stopped ?? []) linkWeek(cache, entry.timesheet);
  const user = viewerKey(cache);
  if (user) cache.link(user, 'runningTimer', keyOf(cache, 'TimeEntry', running?.id));
}

const keyOf = (cache: Cache, __typename: string, id: string | undefined) =>
  id === undefined ? null : cache.keyOfEntity({ __typename, id });
