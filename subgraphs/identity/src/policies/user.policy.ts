import { decideAccess, type MembershipKind, type Principal } from '@nexus/kit/domain';

/** What is asked of a user's face in the tenant. */
export interface UserAttributes {
  readonly id: string;
  readonly kind: MembershipKind;
  readonly clientIds: readonly string[];
}

/** Of several clients the one that the caller shares counts. */
function attributes(principal: Principal, { id, clientIds }: UserAttributes) {
  const shared = clientIds.find((clientId) => clientId === principal.clientId);
  return { userId: id, clientId: shared ?? clientIds[0] ?? null };
}

const isSelf = ({ subject }: Principal, { id }: UserAttributes): boolean => subject === id;

/**
 * Names of the tenant's own people are seen by everybody who is signed in: they stand on projects and
 * invoices. A client's people are seen by themselves and by staff.
 */
export function canSeeUser(principal: Principal, user: UserAttributes): boolean {
  if (principal.type === 'anonymous') return false;
  return user.kind !== 'CLIENT' || isSelf(principal, user) || canSeeEmail(principal, user);
}

/** Addresses and memberships: one's own, and those in the directory one may read. */
export function canSeeEmail(principal: Principal, user: UserAttributes): boolean {
  return (
    isSelf(principal, user) ||
    decideAccess(principal, 'identity:users:read', attributes(principal, user)).allow
  );
}
