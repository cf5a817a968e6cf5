import type { IsoDate } from '@nexus/ui/components/iso-date';
import type { ProjectMilestoneFragment } from './project-milestone.generated.js';

/** The first one that is not reached yet. */
export function nextMilestone<Milestone extends Pick<ProjectMilestoneFragment, 'status' | 'due'>>(
  milestones: readonly Milestone[],
): Milestone | undefined {
  return inOrder(milestones).find(({ status }) => status !== 'REACHED');
}

/** By day, as a timeline shows them. */
export function inOrder<Milestone extends { readonly due: IsoDate }>(
  milestones: readonly Milestone[],
): Milestone[] {
  return [...milestones].sort((one, other) => one.due.localeCompare(other.due));
}
