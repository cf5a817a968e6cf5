import { holdsScope, type Principal } from '@nexus/kit/domain';
import type { CommentVisibility } from '../../events.d.ts';
import { canManageProject, canReadProject, type ProjectAttributes } from './project.policy.js';
import { canWorkOn } from './task.policy.js';

export interface CommentAttributes {
  readonly authorId: string;
}

/** Staff who see the project may speak in it, observers too; its client may about what is shown to them. */
export function canComment(principal: Principal, project: ProjectAttributes): boolean {
  if (principal.kind === 'CLIENT') {
    return holdsScope(principal, 'projects:comment') && canReadProject(principal, project);
  }
  return canWorkOn(principal, project) || project.memberIds.includes(principal.subject);
}

/** Among themselves speak staff alone: a client would not see its own words again. */
export function canSayTo({ kind }: Principal, visibility: CommentVisibility): boolean {
  return kind !== 'CLIENT' || visibility === 'CLIENT';
}

/** Nobody changes what somebody else has said. */
export function canEditComment(
  principal: Principal,
  project: ProjectAttributes,
  { authorId }: CommentAttributes,
): boolean {
  return authorId === principal.subject && canReadProject(principal, project);
}

/** One's own, or whoever manages the project. */
export function canDeleteComment(
  principal: Principal,
  project: ProjectAttributes,
  comment: CommentAttributes,
): boolean {
  return (
    canEditComment(principal, project, comment) ||
    (canReadProject(principal, project) && canManageProject(principal, project))
  );
}
