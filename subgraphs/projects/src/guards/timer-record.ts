import { isoWeekOf } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { minutesOfDay, splitAtMidnights } from '../domain/time-calendar.js';
import { type Timer, timerLimit } from '../domain/timer.aggregate.js';
import { timesheet, timesheetKey } from '../domain/timesheet.aggregate.js';

/**
 * Writes down what a timer measured, in the transaction that stopped it: an entry per day of the person's zone,
 * the first under the timer's own id. Answers the ids of the entries; none for a timer that did not run.
 */
export async function recordStopped(tx: WriteSession, timer: Timer, at: Date): Promise<string[]> {
  if (timer.kind === 'IDLE') return [];
  const { userId, projectId, clientId, taskId, taskTitle, billable, note, timeZone } =
    timer.started;
  const limit = timerLimit(timer.started.at);
  const autoStopped = at >= limit;
  const shares = splitAtMidnights(new Date(timer.started.at), autoStopped ? limit : at, timeZone);
  const recorded: string[] = [];
  for (const { date, minutes } of shares) {
    const entryId = recorded.length === 0 ? timer.started.entryId : tx.ctx.newId('TimeEntry');
    const { events } = await tx.run(timesheet, timesheetKey(userId, isoWeekOf(date)), {
      type: 'record',
      entryId,
      userId,
      entry: { projectId, clientId, taskId, taskTitle, date, minutes, billable, note },
      available: minutesOfDay(date, timeZone),
      autoStopped,
    });
    if (events.length > 0) recorded.push(entryId);
  }
  return recorded;
}
