import { decideAccess, type Principal, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { ProjectRole } from '../../events.d.ts';
import { project } from '../domain/project.aggregate.js';
import { activeMember, type EndedProject, type OpenProject } from '../domain/project.state.js';
import { task } from '../domain/task.aggregate.js';
import type { ProjectTimeFacts } from '../domain/time-entry.rules.js';
import { canWriteTime, type TimeAttributes } from '../policies/time-entry.policy.js';

export type KnownProject = OpenProject | EndedProject;

/** The project as the log has it at this moment; undefined where the tenant has none of this id. */
export async function loadProject(
  tx: WriteSession,
  projectId: string,
): Promise<KnownProject | undefined> {
  const { state } = await tx.load(project, projectId);
  return state.kind === 'absent' ? undefined : state;
}

/** What policies ask of somebody's time in a project. */
export function timeAttributes(known: KnownProject, userId: string): TimeAttributes {
  const { projectId, managerId, members } = known;
  const leadIds = Object.keys(members).filter((id) => activeMember(known, id)?.role === 'LEAD');
  return { projectId, userId, managerId, leadIds };
}

/** What the rules of time ask of a project and a person's place in it. Observers do not work. */
export function timeFacts(known: KnownProject, userId: string): ProjectTimeFacts {
  const membership = known.members[userId];
  const works = membership && membership.role !== 'OBSERVER';
  return {
    closedOn: known.kind === 'ended' ? known.endedOn : null,
    billable: known.budget.kind !== 'NON_BILLABLE',
    membership: works ? { since: membership.since, until: membership.until } : null,
  };
}

/** Whose rates count: the role in the project, former members included. */
export function roleIn(known: KnownProject, userId: string): ProjectRole {
  return known.members[userId]?.role ?? 'MEMBER';
}

/** Hours of a fixed price or an internal project are not billed unless somebody says so. */
export function billableByDefault({ budget: { kind } }: KnownProject): boolean {
  return kind === 'TIME_AND_MATERIALS' || kind === 'RETAINER';
}

export interface TaskOfTime {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
}

/** The task that time is written on. Refuses one that is absent or of another project. */
export async function taskOfTime(
  tx: WriteSession,
  projectId: string,
  taskId: string | null | undefined,
): Promise<TaskOfTime> {
  if (taskId == null) return { taskId: null, taskTitle: null };
  const { state } = await tx.load(task, taskId);
  const path = ['taskId'];
  if (state.kind === 'absent') {
    return tx.refuse(violation('NOT_FOUND', 'There is no such task.', { path }));
  }
  if (state.projectId !== projectId) {
    return tx.refuse(violation('TASK_OTHER_PROJECT', 'This task is of another project.', { path }));
  }
  return { taskId, taskTitle: state.title };
}

/** Whether somebody may know of the project at all; former members may. */
function knowsOf(known: KnownProject, principal: Principal): boolean {
  const { projectId, clientId, managerId, members } = known;
  const memberIds = Object.keys(members);
  const resource = { projectId, clientId, managerId, memberIds };
  return decideAccess(principal, 'projects:read', resource).allow;
}

/** The project that the caller writes time on. Absent and out of reach are the same answer. */
export async function projectOfTime(tx: WriteSession, projectId: string): Promise<KnownProject> {
  const known = await loadProject(tx, projectId);
  const { principal } = tx.ctx;
  if (!known || !knowsOf(known, principal)) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such project.', { path: ['projectId'] }));
  }
  if (!canWriteTime(principal, timeAttributes(known, principal.subject))) {
    return tx.refuse(violation('NOT_ALLOWED', 'You may not write time down here.'));
  }
  return known;
}
