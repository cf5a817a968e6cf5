import { type Attributes, decideAccess, holdsScope, type Principal } from '@nexus/kit/domain';
import type { ProjectPhase } from '../../events.d.ts';
import { isEnded } from '../domain/project.state.js';
import { isEditable, type TimeEntryStatus } from '../domain/time-entry.js';
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

/** Whether the principal could write down time of today here: whoever works in an open project. */
export function canStartTime(
  principal: Principal,
  project: ProjectAttributes & { readonly phase: ProjectPhase },
): boolean {
  const { id: projectId, managerId, workerIds, phase } = project;
  const time = { projectId, managerId, leadIds: [], userId: principal.subject };
  return !isEnded(phase) && workerIds.includes(principal.subject) && canWriteTime(principal, time);
}

/** How an entry stands, for what depends on it. */
export interface EntryStanding {
  readonly status: TimeEntryStatus;
  readonly running: boolean;
  /** On a draft invoice. */
  readonly reserved: boolean;
}

/** Whether it could be changed or deleted now. */
export function canEditTime(principal: Principal, time: TimeAttributes, entry: EntryStanding) {
  return !entry.running && isEditable(entry) && canWriteTime(principal, time);
}

/** Whether it could be approved or rejected now. */
export function canDecideTime(principal: Principal, time: TimeAttributes, entry: EntryStanding) {
  return !entry.running && entry.status === 'SUBMITTED' && canApproveTime(principal, time);
}

/** Whether an approval could be taken back now: nothing of it is on an invoice yet. */
export function canUnapproveTime(principal: Principal, time: TimeAttributes, entry: EntryStanding) {
  return entry.status === 'APPROVED' && !entry.reserved && canApproveTime(principal, time);
}

/** Whether an own week has something to hand in now. */
export function canSubmitTime(
  principal: Principal,
  entries: readonly (EntryStanding & { readonly time: TimeAttributes })[],
): boolean {
  return entries.some(
    ({ time, status, running }) => status === 'DRAFT' && !running && canWriteTime(principal, time),
  );
}

/** Who has an approvals queue at all. */
export function canApproveAnyTime(principal: Principal): boolean {
  return principal.kind !== 'CLIENT' && holdsScope(principal, 'projects:time:approve');
}

/** Who writes down time at all. */
export function canLogTime(principal: Principal): boolean {
  return principal.kind !== 'CLIENT' && holdsScope(principal, 'projects:time:write');
}

/** Prices, costs and margins; the scope may be bound to own projects. */
export function canReadFinance(
  principal: Principal,
  { id, clientId, managerId, memberIds }: Omit<ProjectAttributes, 'workerIds'>,
): boolean {
  const resource = { projectId: id, clientId, managerId, memberIds };
  return decideAccess(principal, 'projects:finance:read', resource).allow;
}
