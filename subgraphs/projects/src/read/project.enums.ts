import { enumeration } from '@nexus/kit/graph';

export const ProjectPhaseEnum = enumeration('ProjectPhase', 'Where a project is in its life.', {
  DISCOVERY: 'Finding out what is wanted.',
  PLANNING: 'Planning how and when.',
  EXECUTION: 'Doing the work.',
  REVIEW: 'Checking what was done.',
  DELIVERY: 'Handing it over.',
  SUPPORT: 'Under warranty.',
  CLOSED: 'Done for good.',
  CANCELLED: 'Given up.',
});

export const BudgetKindEnum = enumeration('BudgetKind', 'How the work of a project is paid.', {
  TIME_AND_MATERIALS: 'By the hours worked.',
  FIXED_PRICE: 'At a price agreed beforehand.',
  RETAINER: 'By a regular amount.',
  NON_BILLABLE: 'Not at all: internal work.',
});

export const ProjectRoleEnum = enumeration('ProjectRole', 'What a member is in a project.', {
  MANAGER: 'Answers for it; each project has one.',
  LEAD: 'Leads the work and approves time.',
  MEMBER: 'Works on it.',
  OBSERVER: 'Looks on.',
});

export const GateItemEnum = enumeration('GateItem', 'What must hold to leave a phase.', {
  BUDGET_CHOSEN: 'The kind of budget is chosen; a fixed price has its amount.',
  DATES_SET: 'Start and end are set.',
  MILESTONE_PLANNED: 'There is a milestone.',
  BUDGET_SET: 'Billed work has a budget.',
  MILESTONE_TASKS_DONE: 'No task of a milestone is open.',
  WARRANTY_OVER: 'The warranty of 30 days is over.',
  TASKS_DONE: 'No task is open.',
});

export const MilestoneStatusEnum = enumeration('MilestoneStatus', 'How far a milestone is.', {
  PLANNED: 'Ahead.',
  MISSED: 'Overdue.',
  REACHED: 'Reached.',
});
