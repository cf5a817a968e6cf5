import { defineEvents, event } from '@nexus/kit/domain';
import type * as published from '../../events.d.ts';

/** The event types of time, rates and budgets. Payloads stand in the published `events.d.ts`. */
export const timeEvents = defineEvents('projects', {
  TimesheetOpened: event<published.TimesheetOpened>(),
  TimeEntryAdded: event<published.TimeEntryAdded>(),
  TimeEntryChanged: event<published.TimeEntryChanged>(),
  TimeEntryDeleted: event<published.TimeEntryDeleted>(),
  TimerStarted: event<published.TimerStarted>(),
  TimerStopped: event<published.TimerStopped>(),
  TimesheetSubmitted: event<published.TimesheetSubmitted>(),
  TimeEntryApproved: event<published.TimeEntryApproved>(),
  TimeEntryRejected: event<published.TimeEntryRejected>(),
  TimeEntryUnapproved: event<published.TimeEntryUnapproved>(),
  TimeEntryReserved: event<published.TimeEntryReserved>(),
  TimeEntryInvoiced: event<published.TimeEntryInvoiced>(),
  TimeEntryReleased: event<published.TimeEntryReleased>(),
  RatesSet: event<published.RatesSet>(),
  BuiltInRatesSwitched: event<published.BuiltInRatesSwitched>(),
  ProjectBudgetThresholdCrossed: event<published.ProjectBudgetThresholdCrossed>(),
});

type TimeSpecs = typeof timeEvents.specs;

/** The events of these types, as aggregates know them. */
export type TimeEvent<Type extends keyof TimeSpecs> = {
  [T in Type]: TimeSpecs[T] extends { readonly data?: infer Data }
    ? { readonly type: T; readonly data: NonNullable<Data> & object }
    : never;
}[Type];
