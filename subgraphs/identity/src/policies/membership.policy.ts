import { decideAccess, type Principal } from '@nexus/kit/domain';

/** What is asked of a membership or an invitation. */
export interface MembershipAttributes {
  readonly userId?: string;
  readonly clientId: string | null;
}

const attributes = ({ userId, clientId }: MembershipAttributes) => ({ userId, clientId });

/** One's own, and those in the directory one may read. */
export function canReadMembership(principal: Principal, row: MembershipAttributes): boolean {
  const own = row.userId !== undefined && row.userId === principal.subject;
  return own || decideAccess(principal, 'identity:users:read', attributes(row)).allow;
}

/** Inviting, changing roles, shutting out, letting in again. Which roles one may give is a rule of its own. */
export function canManageMembership(principal: Principal, row: MembershipAttributes): boolean {
  return decideAccess(principal, 'identity:users:write', attributes(row)).allow;
}

/** The name one goes by is one's own matter, and that of whoever keeps the directory. */
export function canRenameMember(principal: Principal, row: MembershipAttributes): boolean {
  const own = row.userId !== undefined && row.userId === principal.subject;
  return own || canManageMembership(principal, row);
}

/** Where a member is signed in is for themselves and for who lets people in; so is ending it. */
export function canEndSessions(principal: Principal, row: MembershipAttributes): boolean {
  return canRenameMember(principal, row);
}
