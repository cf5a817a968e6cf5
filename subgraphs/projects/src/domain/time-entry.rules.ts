import {
  addDays,
  type DecisionContext,
  type LocalDate,
  latestDateOnEarth,
  type Rule,
  violation,
} from '@nexus/kit/domain';
import { minutesOfDay } from './time-calendar.js';

/** Thresholds of time; each is the documented default. */
export const TIME_LIMITS = {
  /** Days that time may be written down afterwards. */
  backdateDays: 30,
  /** Days after a project's end in which its time may still be written down. */
  closedGraceDays: 14,
  longDayMinutes: 12 * 60,
  timerHours: 12,
  /** Entries in one bulk command. */
  batch: 500,
} as const;

/** What the rules ask of the project and of the person's place in it. */
export interface ProjectTimeFacts {
  /** The day on which it was closed or cancelled; null while it is open. */
  readonly closedOn: LocalDate | null;
  readonly billable: boolean;
  /** The person's working membership; null for observers and strangers. */
  readonly membership: { readonly since: LocalDate; readonly until: LocalDate | null } | null;
}

export interface TimeSubject {
  readonly ctx: Pick<DecisionContext, 'now' | 'today' | 'timeZone'>;
  readonly date: LocalDate;
  readonly minutes: number;
  readonly billable: boolean;
  readonly project: ProjectTimeFacts;
  /** Minutes of the person's other entries on the same day. */
  readonly otherMinutes: number;
}

const date = ['date'];
const minutes = ['minutes'];

/** Whether time of this day and project may be written down at all; the timer asks these too. */
export const projectTimeRules: readonly Rule<Pick<TimeSubject, 'ctx' | 'date' | 'project'>>[] = [
  {
    name: 'PROJECT_CLOSED_READONLY',
    check: ({ ctx, project: { closedOn } }) =>
      closedOn && ctx.today > addDays(closedOn, TIME_LIMITS.closedGraceDays)
        ? violation('PROJECT_CLOSED_READONLY', `This project was closed on ${closedOn}.`, {
            path: ['projectId'],
            meta: { day: closedOn },
          })
        : undefined,
  },
  {
    name: 'TIME_LOCKED',
    check: ({ date: day, project: { closedOn } }) =>
      closedOn && day > closedOn
        ? violation('TIME_LOCKED', `The project ended on ${closedOn}, before this day.`, {
            path: date,
            meta: { because: 'ended', day: closedOn },
          })
        : undefined,
  },
  {
    name: 'NOT_MEMBER_ON_DATE',
    check: ({ date: day, project: { membership } }) => {
      if (!membership) {
        return violation('NOT_MEMBER_ON_DATE', 'You do not work on this project.', {
          path: ['projectId'],
        });
      }
      const { since, until } = membership;
      const within = day >= since && (until === null || day <= until);
      return within
        ? undefined
        : violation('NOT_MEMBER_ON_DATE', `You were no member of this project on ${day}.`, {
            path: date,
            meta: { day, since, until },
          });
    },
  },
];

/** The rules of an entry that is logged or edited by hand, in order of priority. */
export const timeEntryRules: readonly Rule<TimeSubject>[] = [
  {
    name: 'TIME_MINUTES_INVALID',
    priority: 10,
    check: ({ minutes: worked }) =>
      Number.isSafeInteger(worked) && worked >= 1
        ? undefined
        : violation('TIME_MINUTES_INVALID', 'Time is counted in whole minutes, from 1.', {
            path: minutes,
          }),
  },
  {
    name: 'TIME_IN_FUTURE',
    priority: 20,
    check: ({ ctx, date: day }) =>
      day > latestDateOnEarth(ctx.now)
        ? violation('TIME_IN_FUTURE', `${day} has not begun anywhere yet.`, {
            path: date,
            meta: { day },
          })
        : undefined,
  },
  {
    name: 'TIME_TOO_OLD',
    priority: 20,
    check: ({ ctx, date: day }) =>
      day < addDays(ctx.today, -TIME_LIMITS.backdateDays)
        ? violation(
            'TIME_TOO_OLD',
            `Time can be written down ${TIME_LIMITS.backdateDays} days back, no further.`,
            {
              path: date,
              meta: {
                earliest: addDays(ctx.today, -TIME_LIMITS.backdateDays),
                days: TIME_LIMITS.backdateDays,
              },
            },
          )
        : undefined,
  },
  ...projectTimeRules,
  {
    name: 'INPUT_INVALID',
    check: ({ billable, project }) =>
      billable && !project.billable
        ? violation('INPUT_INVALID', 'Nothing of this project can be billed.', {
            path: ['billable'],
          })
        : undefined,
  },
  {
    name: 'TIME_OVER_24H',
    check: ({ ctx, date: day, minutes: worked, otherMinutes }) => {
      const available = minutesOfDay(day, ctx.timeZone);
      return otherMinutes + worked > available
        ? violation(
            'TIME_OVER_24H',
            `${day} has ${available} minutes, ${otherMinutes} are taken.`,
            {
              path: minutes,
              meta: { day, available, taken: otherMinutes },
            },
          )
        : undefined;
    },
  },
  {
    name: 'TIME_LONG_DAY',
    priority: 200,
    check: ({ minutes: worked, otherMinutes }) =>
      otherMinutes + worked > TIME_LIMITS.longDayMinutes
        ? violation('TIME_LONG_DAY', 'This makes more than 12 hours on one day.', { path: minutes })
        : undefined,
  },
];
