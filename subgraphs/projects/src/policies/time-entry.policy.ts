import { type Attributes, decideAccess, holdsScope, type Principal } from '@nexus/kit/domain';
import type { ProjectAttributes } from './project.policy.js';

/** What policies ask of a piece of time: whose it is, and who answers for its project. */
export interface TimeAttributes {
  readonly projectId: string;
  readonly userId: string;
  readonly managerId: string;
  /** Members with the role LEAD: they approve like the manager. */
  readonly leadIds: readonly string[];
}

const attributes = ({ projectId, userId, managerId }: TimeAttributes): Attributes => ({
  projectId,
  userId,
  managerId,
});

const isOwn = ({ subject }: Principal, { userId }: TimeAttributes): boolean => subject === userId;

/** Everybody sees their own time; others' by `projects:read`, whose conditions may name person and manager. */
export function canReadTime(principal: Principal, time: TimeAttributes): boolean {
  return isOwn(principal, time) || decideAccess(principal, 'projects:read', attributes(time)).allow;
}

/** Time is written down by whoever worked it, nobody else. */
export function canWriteTime(principal: Principal, time: TimeAttributes): boolean {
  return (
    isOwn(principal, time) && decideAccess(principal, 'projects:time:write', attributes(time)).allow
  );
}

/** The manager and the leads of the project approve, never their own time. */
export function canApproveTime(principal: Principal, time: TimeAttributes): boolean {
  if (isOwn(principal, time)) return false;
  if (decideAccess(principal, 'projects:time:approve', attributes(time)).allow) return true;
  return holdsScope(principal, 'projects:time:approve') && time.leadIds.includes(principal.subject);
}

/** Prices, costs and margins; the scope may be bound to own projects. */
export function canReadFinance(
  principal: Principal,
  { id, clientId, managerId, memberIds }: Omit<ProjectAttributes, 'workerIds'>,
): boolean {
  const resource = { projectId: id, clientId, managerId, memberIds };
  return decideAccess(principal, 'projects:finance:read', resource).allow;
}
