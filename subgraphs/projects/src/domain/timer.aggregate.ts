import {
  accept,
  aggregate,
  type Decision,
  type DecisionContext,
  judge,
  refuse,
  runRules,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { TimerStarted } from '../../events.d.ts';
import { type TimeEvent, timeEvents } from './time.events.js';
import { type ProjectTimeFacts, projectTimeRules, TIME_LIMITS } from './time-entry.rules.js';

export type TimerEvent = TimeEvent<'TimerStarted' | 'TimerStopped'>;

/** A person's timer: at most one runs. */
export type Timer =
  | { readonly kind: 'IDLE'; readonly stoppedItself: boolean }
  | { readonly kind: 'RUNNING'; readonly started: TimerStarted };

export type TimerCommand =
  | {
      readonly type: 'start';
      readonly work: Omit<TimerStarted, 'at' | 'timeZone'>;
      readonly project: ProjectTimeFacts;
    }
  | { readonly type: 'stop'; readonly at: Date | null }
  /** The limit was reached; `entryId` says of which timer, so that a later one is left alone. */
  | { readonly type: 'expire'; readonly entryId: string };

const LIMIT = TIME_LIMITS.timerHours * 3_600_000;

/** The instant at which a timer stops by itself. */
export function timerLimit(startedAt: string): Date {
  return new Date(Date.parse(startedAt) + LIMIT);
}

const autoStopped = violation(
  'TIMER_AUTO_STOPPED',
  `The timer stopped by itself after ${TIME_LIMITS.timerHours} hours.`,
  { meta: { hours: TIME_LIMITS.timerHours } },
);

function stopped({ entryId, userId, projectId, clientId, at: startedAt }: TimerStarted, at: Date) {
  const limit = timerLimit(startedAt);
  const auto = at >= limit;
  const data = { entryId, userId, projectId, clientId, startedAt };
  const event: TimerEvent = {
    type: 'TimerStopped',
    data: { ...data, at: (auto ? limit : at).toISOString(), auto },
  };
  return { event, warnings: auto ? [autoStopped] : [] };
}

async function start(
  timer: Timer,
  { work, project }: Extract<TimerCommand, { type: 'start' }>,
  ctx: DecisionContext,
): Promise<Decision<TimerEvent>> {
  const findings: Violation[] = await runRules(projectTimeRules, { ctx, date: ctx.today, project });
  const previous = timer.kind === 'RUNNING' ? stopped(timer.started, ctx.now) : undefined;
  return judge([...findings, ...(previous?.warnings ?? [])], () => [
    ...(previous ? [previous.event] : []),
    {
      type: 'TimerStarted',
      data: { ...work, at: ctx.now.toISOString(), timeZone: ctx.timeZone },
    },
  ]);
}

function stop(timer: Timer, at: Date | null, ctx: DecisionContext): Decision<TimerEvent> {
  if (timer.kind === 'IDLE') {
    const findings = [violation('TIMER_NOT_RUNNING', 'No timer is running.')];
    const warnings = timer.stoppedItself ? [autoStopped] : [];
    return { ok: false, errors: findings, warnings };
  }
  const end = at ?? ctx.now;
  if (end > ctx.now || end < new Date(timer.started.at)) {
    return refuse(
      violation('INPUT_INVALID', 'A timer stops between its start and now.', { path: ['at'] }),
    );
  }
  const { event, warnings } = stopped(timer.started, end);
  return accept([event], warnings);
}

function decide(
  timer: Timer,
  command: TimerCommand,
  ctx: DecisionContext,
): Decision<TimerEvent> | Promise<Decision<TimerEvent>> {
  switch (command.type) {
    case 'start':
      return start(timer, command, ctx);
    case 'stop':
      return stop(timer, command.at, ctx);
    case 'expire': {
      if (timer.kind === 'IDLE' || timer.started.entryId !== command.entryId) return accept([]);
      if (ctx.now < timerLimit(timer.started.at)) return accept([]);
      return accept([stopped(timer.started, ctx.now).event]);
    }
    default:
      return unreachable(command, 'timer command');
  }
}

function evolve(_timer: Timer, event: TimerEvent): Timer {
  switch (event.type) {
    case 'TimerStarted':
      return { kind: 'RUNNING', started: event.data };
    case 'TimerStopped':
      return { kind: 'IDLE', stoppedItself: event.data.auto };
    default:
      return unreachable(event, 'timer event');
  }
}

/** The one running timer of a person. Stream `timer-<userId>`. */
export const timer = aggregate<Timer, TimerCommand, TimerEvent>({
  name: 'timer',
  catalogue: timeEvents,
  initial: { kind: 'IDLE', stoppedItself: false },
  decide,
  evolve,
});
