import { decideAccess, type Principal } from '@nexus/kit/domain';
import { canReadProject, type ProjectAttributes } from './project.policy.js';

export interface TaskAttributes {
  readonly clientVisible: boolean;
}

/** Who sees the project sees its tasks; client users those that are shown to them. */
export function canReadTask(
  principal: Principal,
  project: ProjectAttributes,
  { clientVisible }: TaskAttributes,
): boolean {
  return (principal.kind !== 'CLIENT' || clientVisible) && canReadProject(principal, project);
}

/** Who may create and change its tasks. An observer looks on: the membership does not count here. */
export function canWorkOn(principal: Principal, project: ProjectAttributes): boolean {
  const { id, clientId, managerId, workerIds } = project;
  const resource = { projectId: id, clientId, managerId, memberIds: workerIds };
  return principal.kind !== 'CLIENT' && decideAccess(principal, 'projects:write', resource).allow;
}
