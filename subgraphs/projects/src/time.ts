import type { JobDefinition, ReferenceLoader } from '@nexus/kit/graph';
import { BurnResolver } from './api/burn.resolver.js';
import { ProfitabilityResolver } from './api/profitability.resolver.js';
import { RateResolver } from './api/rate.resolver.js';
import { RateCardResolver } from './api/rate-card.resolver.js';
import { TimeAffordancesResolver } from './api/time-affordances.resolver.js';
import { TimeApprovalResolver } from './api/time-approval.resolver.js';
import { TimeEntryResolver } from './api/time-entry.resolver.js';
import { TimeListResolver } from './api/time-list.resolver.js';
import { TimeLiveResolver } from './api/time-live.resolver.js';
import { timeEntryReferences, timesheetReferences } from './api/time-references.js';
import { TimerResolver } from './api/timer.resolver.js';
import { TimesheetResolver } from './api/timesheet.resolver.js';
import { timeEvents } from './domain/time.events.js';
import { timeMigrations } from './migrations/time.js';
import { budgetReaction } from './reactions/budget.reaction.js';
import { timeBillingReaction } from './reactions/time-billing.reaction.js';
import { timerExpiry } from './reactions/timer-expiry.job.js';
import { timerLeaverReaction } from './reactions/timer-leaver.reaction.js';
import { ProjectRevenue, projectRevenueProjection } from './read/project-revenue.entity.js';
import { Rate, rateProjection } from './read/rate.entity.js';
import { RateCardRow, rateCardProjection } from './read/rate-card.entity.js';
import { TimeEntry } from './read/time-entry.entity.js';
import { timeEntryProjection } from './read/time-entry.projection.js';
import { Timesheet, timesheetProjection } from './read/timesheet.entity.js';

/** The part of this domain that keeps time, rates and profit; `index.ts` puts it beside the others. */
export const time = {
  catalogues: [timeEvents],
  resolvers: [
    TimeEntryResolver,
    TimeListResolver,
    TimeAffordancesResolver,
    TimeApprovalResolver,
    TimesheetResolver,
    TimerResolver,
    TimeLiveResolver,
    RateCardResolver,
    RateResolver,
    ProfitabilityResolver,
    BurnResolver,
  ],
  references: { TimeEntry: timeEntryReferences, Timesheet: timesheetReferences } satisfies Readonly<
    Record<string, ReferenceLoader>
  >,
  entities: [TimeEntry, Timesheet, Rate, RateCardRow, ProjectRevenue],
  projections: [
    timeEntryProjection,
    timesheetProjection,
    rateProjection,
    rateCardProjection,
    projectRevenueProjection,
  ],
  reactions: [timeBillingReaction, budgetReaction, timerLeaverReaction],
  migrations: timeMigrations,
  jobs: [timerExpiry] satisfies readonly JobDefinition[],
} as const;
