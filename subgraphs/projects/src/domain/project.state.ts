import type { Money } from '@nexus/kit/domain';
import type { ProjectBudget, ProjectPhase, ProjectRole } from '../../events.d.ts';

export type EndedPhase = 'CLOSED' | 'CANCELLED';
export type OpenPhase = Exclude<ProjectPhase, EndedPhase>;

export interface Membership {
  readonly role: ProjectRole;
  /** First and last day; `until` is null while the membership lasts. */
  readonly since: string;
  readonly until: string | null;
}

export interface Milestone {
  readonly name: string;
  readonly due: string;
  readonly billableAmount: Money | null;
  readonly billablePercent: number | null;
  readonly weight: number;
  readonly reachedOn: string | null;
}

interface Facts {
  readonly projectId: string;
  readonly clientId: string | null;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
  readonly managerId: string;
  readonly start: string;
  readonly end: string | null;
  readonly currency: string;
  readonly budget: ProjectBudget;
  readonly tags: readonly string[];
  /** By user id, former members included. */
  readonly members: Readonly<Record<string, Membership>>;
  readonly milestones: Readonly<Record<string, Milestone>>;
  /** Why it is on hold; null where it is not. */
  readonly onHold: string | null;
  /** The day the present phase began; null in the first one. */
  readonly phaseSince: string | null;
}

export interface OpenProject extends Facts {
  readonly kind: 'open';
  readonly phase: OpenPhase;
}
export interface EndedProject extends Facts {
  readonly kind: 'ended';
  readonly phase: EndedPhase;
  readonly endedOn: string;
  /** The phase it goes back to when it is reopened. */
  readonly phaseBefore: OpenPhase;
}
export type ProjectState = { readonly kind: 'absent' } | OpenProject | EndedProject;

/** The membership, where it lasts. */
export function activeMember(project: Facts, userId: string): Membership | undefined {
  const membership = project.members[userId];
  return membership && membership.until === null ? membership : undefined;
}

export const isEnded = (phase: ProjectPhase): phase is EndedPhase =>
  phase === 'CLOSED' || phase === 'CANCELLED';
