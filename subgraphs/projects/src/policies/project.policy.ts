import { decideAccess, type Principal } from '@nexus/kit/domain';

/** What conditions may name of a project. */
export interface ProjectAttributes {
  readonly id: string;
  readonly clientId: string | null;
  readonly managerId: string;
  readonly memberIds: readonly string[];
  /** Members who are not observers. */
  readonly workerIds: readonly string[];
}

const attributes = ({ id, clientId, managerId, memberIds }: ProjectAttributes) => ({
  projectId: id,
  clientId,
  managerId,
  memberIds,
});

/** Who may know of it at all: to all others it does not exist. */
export function canReadProject(principal: Principal, project: ProjectAttributes): boolean {
  return decideAccess(principal, 'projects:read', attributes(project)).allow;
}

/** Who may create a project that looks like this. */
export function canCreateProject(
  principal: Principal,
  { clientId, managerId }: Pick<ProjectAttributes, 'clientId' | 'managerId'>,
): boolean {
  const resource = { clientId, managerId, memberIds: [managerId] };
  return decideAccess(principal, 'projects:manage', resource).allow;
}

/** Who may change its facts, phase, members, milestones and columns. */
export function canManageProject(principal: Principal, project: ProjectAttributes): boolean {
  return decideAccess(principal, 'projects:manage', attributes(project)).allow;
}

/** Who may pass an open gate or complete a task in spite of what stands against it, with a reason. */
export function canOverride(principal: Principal, project: ProjectAttributes): boolean {
  return decideAccess(principal, 'projects:override', attributes(project)).allow;
}

/** Who may see what happened in it, and its team: staff, not the client. */
export function canSeeInside(principal: Principal, project: ProjectAttributes): boolean {
  return principal.kind !== 'CLIENT' && canReadProject(principal, project);
}
