import { enumeration } from '@nexus/kit/graph';

export const TimeEntryStatusEnum = enumeration(
  'TimeEntryStatus',
  'Where worked time is on its way from a note to an invoice.',
  {
    DRAFT: 'Written down; it can be changed.',
    SUBMITTED: 'Handed in; it waits for approval.',
    APPROVED: 'Approved: its price and cost are fixed.',
    REJECTED: 'Given back with a reason; it can be changed and handed in again.',
    INVOICED: 'On a finalized invoice.',
  },
);

export const TimesheetStatusEnum = enumeration(
  'TimesheetStatus',
  'How far a week is, as far as its slowest entry.',
  {
    OPEN: 'Something in it is a draft or was rejected.',
    SUBMITTED: 'All of it is handed in, something waits for approval.',
    APPROVED: 'All of it is approved.',
  },
);
export type TimesheetStatusName = keyof typeof TimesheetStatusEnum;

export const RateLevelEnum = enumeration(
  'RateLevel',
  'Whom a rate is for; the first found counts.',
  {
    TASK: 'A task.',
    MEMBER: 'A person in a project.',
    PROJECT: 'A project.',
    ROLE: 'A role in any project.',
    USER: 'A person in any project.',
    DEFAULT: 'A role, where nothing else is set.',
  },
);

export const RevenueRuleEnum = enumeration('RevenueRule', 'How a project’s revenue is found.', {
  INVOICED_AND_UNBILLED: 'What is invoiced and what is approved and not yet invoiced.',
  BUDGET_BY_PROGRESS: 'The fixed price by the progress of its tasks.',
  NONE: 'Nothing of it is billed.',
});

export const MarginLevelEnum = enumeration(
  'MarginLevel',
  'How a margin compares with the target.',
  {
    ON_TARGET: 'At the target of 30 % or above.',
    BELOW_TARGET: 'Below the target, not low.',
    LOW: 'Below 20 %.',
    UNKNOWN: 'There is no revenue to compare with.',
  },
);
