import { daysBetween, type Principal } from '@nexus/kit/domain';
import type { ProjectPhase } from '../../events.d.ts';
import { REOPEN_DAYS } from '../domain/project.phases.js';
import { isEnded } from '../domain/project.state.js';
import { canManageProject, canOverride, type ProjectAttributes } from './project.policy.js';

/** What decides beside the attributes what can be done to a project today. */
export interface ProjectStanding extends ProjectAttributes {
  readonly phase: ProjectPhase;
  /** Why it is on hold; null where it is not. */
  readonly holdReason: string | null;
  /** The day the phase began; null in the first one. */
  readonly phaseSince: string | null;
}

type Standing = (project: ProjectStanding, today: string) => boolean;
const isOpen: Standing = ({ phase }) => !isEnded(phase);
const isRunning: Standing = (project, today) =>
  isOpen(project, today) && project.holdReason === null;

/** What whoever manages a project does with it, and how the project must stand for it. */
const STANDINGS = {
  update: isOpen,
  changePhase: isRunning,
  hold: isRunning,
  resume: (project, today) => isOpen(project, today) && project.holdReason !== null,
  cancel: isOpen,
  reopen: ({ phase, phaseSince }, today) =>
    isEnded(phase) && phaseSince !== null && daysBetween(phaseSince, today) <= REOPEN_DAYS,
  members: isOpen,
  milestones: isOpen,
  board: isOpen,
} as const satisfies Readonly<Record<string, Standing>>;
export type ProjectAction = keyof typeof STANDINGS;

/** Whether the principal could do this to the project today: the affordance that portals show. */
export function mayProject(
  principal: Principal,
  action: ProjectAction,
  project: ProjectStanding,
  today: string,
): boolean {
  return STANDINGS[action](project, today) && canManageProject(principal, project);
}

/** Whether an open gate could be passed with a reason now. */
export function canPassGate(principal: Principal, project: ProjectStanding, today: string) {
  return mayProject(principal, 'changePhase', project, today) && canOverride(principal, project);
}
