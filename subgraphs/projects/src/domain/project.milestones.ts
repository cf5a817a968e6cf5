import {
  type Decision,
  type DecisionContext,
  judge,
  type Money,
  refuse,
  times,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { ProjectEvent } from './project.events.js';
import type { Milestone, OpenProject } from './project.state.js';
import { textFindings } from './text.rules.js';

export interface AddMilestone {
  readonly type: 'AddMilestone';
  readonly milestoneId: string;
  readonly name: string;
  readonly due: string;
  readonly billableAmount: Money | null;
  readonly billablePercent: number | null;
  /** Its share of the project's planned progress, 1 unless given. */
  readonly weight: number;
}
export interface RescheduleMilestone {
  readonly type: 'RescheduleMilestone';
  readonly milestoneId: string;
  readonly due: string;
  readonly reason: string;
}
export interface ReachMilestone {
  readonly type: 'ReachMilestone';
  readonly milestoneId: string;
  readonly on: string;
}

type Outcome = Decision<ProjectEvent>;

export function addMilestone(project: OpenProject, command: AddMilestone): Outcome {
  const { type: _, ...milestone } = command;
  const { projectId, clientId } = project;
  const findings = [
    ...textFindings(command.name, { path: ['name'], max: 200 }),
    ...outside(project, command.due),
    ...worthFindings(project, command),
  ];
  return judge(findings, () => [
    { type: 'MilestoneAdded', data: { projectId, clientId, ...milestone } },
  ]);
}

export function rescheduleMilestone(
  project: OpenProject,
  { milestoneId, due, reason }: RescheduleMilestone,
): Outcome {
  const milestone = planned(project, milestoneId);
  if (!milestone) return notPlanned(project, milestoneId);
  const { projectId, clientId } = project;
  const findings = [
    ...textFindings(reason, { path: ['reason'], max: 1000 }),
    ...outside(project, due),
  ];
  return judge(findings, () =>
    milestone.due === due
      ? []
      : [
          {
            type: 'MilestoneRescheduled',
            data: { projectId, clientId, milestoneId, from: milestone.due, to: due, reason },
          },
        ],
  );
}

export function reachMilestone(
  project: OpenProject,
  { milestoneId, on }: ReachMilestone,
  { today }: DecisionContext,
): Outcome {
  const milestone = planned(project, milestoneId);
  if (!milestone) return notPlanned(project, milestoneId);
  const { projectId, clientId } = project;
  const findings =
    on > today
      ? [
          violation('INPUT_INVALID', 'A milestone cannot be reached in the future.', {
            path: ['on'],
          }),
        ]
      : [];
  return judge(findings, () => [
    {
      type: 'MilestoneReached',
      data: {
        projectId,
        clientId,
        milestoneId,
        name: milestone.name,
        on,
        billableAmount: worth(project, milestone),
      },
    },
  ]);
}

/** What reaching it earns: its amount, or its percent of the budget. */
function worth(
  { budget }: OpenProject,
  { billableAmount, billablePercent }: Pick<Milestone, 'billableAmount' | 'billablePercent'>,
): Money | null {
  if (billableAmount) return billableAmount;
  if (billablePercent === null || !budget.amount) return null;
  return times(budget.amount, (billablePercent / 100).toFixed(4));
}

function worthFindings(project: OpenProject, command: AddMilestone): Violation[] {
  const { billableAmount: amount, billablePercent: percent, weight } = command;
  const findings: Violation[] = [];
  if (amount && amount.minor < 0) {
    findings.push(
      violation('AMOUNT_NEGATIVE', 'The amount must not be negative.', {
        path: ['billableAmount', 'amount'],
      }),
    );
  }
  if (amount && amount.currency !== project.currency) {
    findings.push(
      violation('BUDGET_CURRENCY_MISMATCH', `The project is kept in ${project.currency}.`, {
        path: ['billableAmount', 'currency'],
        meta: { currency: project.currency },
      }),
    );
  }
  if (amount && percent !== null) {
    findings.push(
      violation('INPUT_INVALID', 'Give an amount or a percent, not both.', {
        path: ['billablePercent'],
      }),
    );
  }
  if (weight <= 0 || weight > 1000) {
    findings.push(
      violation('INPUT_INVALID', 'The weight is from 1 to 1000.', { path: ['weight'] }),
    );
  }
  return percent === null ? findings : [...findings, ...percentFindings(project, percent)];
}

function percentFindings({ milestones }: OpenProject, percent: number): Violation[] {
  const path = ['billablePercent'];
  if (percent <= 0 || percent > 100) {
    return [violation('INPUT_INVALID', 'A percent is above 0 and at most 100.', { path })];
  }
  const others = Object.values(milestones).reduce(
    (sum, { billablePercent }) => sum + (billablePercent ?? 0),
    0,
  );
  return others + percent > 100
    ? [
        violation(
          'MILESTONE_PERCENT_EXCEEDED',
          `Milestones would bill ${others + percent} percent.`,
          {
            path,
            meta: { left: 100 - others },
          },
        ),
      ]
    : [];
}

function outside({ start, end }: OpenProject, due: string): Violation[] {
  return due < start || (end !== null && due > end)
    ? [
        violation('MILESTONE_OUTSIDE_PROJECT', 'The milestone lies outside the project.', {
          path: ['due'],
        }),
      ]
    : [];
}

function planned({ milestones }: OpenProject, id: string): Milestone | undefined {
  const milestone = milestones[id];
  return milestone && milestone.reachedOn === null ? milestone : undefined;
}

function notPlanned({ milestones }: OpenProject, id: string): Outcome {
  return refuse(
    milestones[id]
      ? violation('MILESTONE_STATE_INVALID', 'The milestone has been reached.', { path: ['id'] })
      : violation('NOT_FOUND', 'There is no such milestone.', { path: ['id'] }),
  );
}
