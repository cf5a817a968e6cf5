import { accept, type Decision, refuse, violation } from '@nexus/kit/domain';
import type { ProjectRole } from '../../events.d.ts';
import type { ProjectEvent } from './project.events.js';
import { activeMember, type OpenProject } from './project.state.js';

type Outcome = Decision<ProjectEvent>;

/** Adds a member from the project's start on. Adding somebody as MANAGER hands the project over. */
export function addMember(project: OpenProject, userId: string, role: ProjectRole): Outcome {
  if (role === 'MANAGER' && userId !== project.managerId) return changeManager(project, userId);
  if (activeMember(project, userId)) {
    return refuse(
      violation('MEMBER_ALREADY_ADDED', 'This person is a member already.', { path: ['userId'] }),
    );
  }
  return accept([added(project, userId, role)]);
}

export function removeMember(project: OpenProject, userId: string, today: string): Outcome {
  if (!activeMember(project, userId)) {
    return refuse(violation('MEMBER_NOT_FOUND', 'This person is no member.', { path: ['userId'] }));
  }
  if (userId === project.managerId) {
    return refuse(
      violation('MANAGER_REQUIRED', 'A project needs its manager: name another one first.', {
        path: ['userId'],
      }),
    );
  }
  const { projectId, clientId } = project;
  return accept([
    { type: 'ProjectMemberRemoved', data: { projectId, clientId, userId, until: today } },
  ]);
}

/** Hands the project over; nothing happens where the person manages it already. */
export function changeManager(project: OpenProject, userId: string): Outcome {
  const { projectId, clientId, managerId } = project;
  if (userId === managerId) return accept<ProjectEvent>([]);
  return accept<ProjectEvent>([
    ...(activeMember(project, userId) ? [] : [added(project, userId, 'MANAGER')]),
    { type: 'ProjectManagerChanged', data: { projectId, clientId, from: managerId, to: userId } },
  ]);
}

function added(
  { projectId, clientId, start }: OpenProject,
  userId: string,
  role: ProjectRole,
): ProjectEvent {
  return { type: 'ProjectMemberAdded', data: { projectId, clientId, userId, role, since: start } };
}
