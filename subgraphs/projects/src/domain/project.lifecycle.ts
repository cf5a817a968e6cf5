import {
  type Decision,
  type DecisionContext,
  daysBetween,
  judge,
  refuse,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { GateResult, ProjectPhase } from '../../events.d.ts';
import type { ProjectEvent } from './project.events.js';
import { type GateFacts, gateResults, PHASE_STEPS, REOPEN_DAYS } from './project.phases.js';
import type { EndedProject, OpenProject } from './project.state.js';
import { textFindings } from './text.rules.js';

export interface ChangePhase {
  readonly type: 'ChangePhase';
  readonly to: ProjectPhase;
  readonly facts: GateFacts;
  /** Why it goes back. */
  readonly reason: string | null;
  /** Why the gate is passed although items are open; the caller must be allowed to. */
  readonly overrideReason: string | null;
}

type Outcome = Decision<ProjectEvent>;

const reasonFindings = (reason: string | null, path = 'reason'): Violation[] =>
  textFindings(reason ?? '', { path: [path], max: 1000 });

const invalid = (message: string, path: string): Outcome =>
  refuse(violation('PROJECT_PHASE_INVALID', message, { path: [path] }));

export function changePhase(
  project: OpenProject,
  { to, facts, reason, overrideReason }: ChangePhase,
  { today }: DecisionContext,
): Outcome {
  const { phase, projectId, clientId } = project;
  if (project.onHold !== null) return invalid('The project is on hold; resume it first.', 'to');
  const { forward, back } = PHASE_STEPS[phase];
  const change = (gate: readonly GateResult[], override: string | null): ProjectEvent => ({
    type: 'ProjectPhaseChanged',
    data: {
      projectId,
      clientId,
      from: phase,
      to,
      on: today,
      gateResults: gate,
      overrideReason: override,
      reason,
    },
  });
  if (to === back) return judge(reasonFindings(reason), () => [change([], null)]);
  if (to !== forward) return invalid(`A project in ${phase} cannot go to ${to}.`, 'to');
  const gate = gateResults(project, facts, today);
  const open = gate.filter(({ met }) => !met).map(({ item }) => item);
  const overridden = open.length > 0 ? overrideReason : null;
  const findings =
    open.length > 0 && overridden === null
      ? [
          violation('PROJECT_GATE_UNMET', `Still open: ${open.join(', ')}.`, {
            path: ['to'],
            meta: { items: open },
          }),
        ]
      : overridden === null
        ? []
        : reasonFindings(overridden, 'overrideReason');
  return judge(findings, () => [
    change(gate, overridden),
    ...(to === 'CLOSED'
      ? [{ type: 'ProjectClosed' as const, data: { projectId, clientId, on: today } }]
      : []),
  ]);
}

export function hold({ projectId, clientId, onHold }: OpenProject, reason: string): Outcome {
  if (onHold !== null) return invalid('The project is on hold already.', 'id');
  return judge(reasonFindings(reason), () => [
    { type: 'ProjectPutOnHold', data: { projectId, clientId, reason } },
  ]);
}

export function resume({ projectId, clientId, onHold }: OpenProject): Outcome {
  if (onHold === null) return invalid('The project is not on hold.', 'id');
  return judge([], () => [{ type: 'ProjectResumed', data: { projectId, clientId } }]);
}

export function cancel(project: OpenProject, reason: string, ctx: DecisionContext): Outcome {
  const { projectId, clientId, phase: from } = project;
  const on = ctx.today;
  return judge(reasonFindings(reason), () => [
    {
      type: 'ProjectPhaseChanged',
      data: {
        projectId,
        clientId,
        from,
        to: 'CANCELLED',
        on,
        gateResults: [],
        overrideReason: null,
        reason,
      },
    },
    { type: 'ProjectCancelled', data: { projectId, clientId, on, reason } },
  ]);
}

/** Back to the phase before, within 90 days of the end. */
export function reopen(project: EndedProject, reason: string, ctx: DecisionContext): Outcome {
  const { projectId, clientId, phase: from, phaseBefore: to, endedOn } = project;
  if (daysBetween(endedOn, ctx.today) > REOPEN_DAYS) {
    return invalid(`A project can be reopened within ${REOPEN_DAYS} days of its end.`, 'id');
  }
  return judge(reasonFindings(reason), () => [
    {
      type: 'ProjectPhaseChanged',
      data: {
        projectId,
        clientId,
        from,
        to,
        on: ctx.today,
        gateResults: [],
        overrideReason: null,
        reason,
      },
    },
    { type: 'ProjectReopened', data: { projectId, clientId, to, reason } },
  ]);
}
