import { type Principal, type Violation, violation } from '@nexus/kit/domain';
import type { MembershipKind } from '../../events.d.ts';
import { covers } from './grant.js';
import { isRoleCode, rightsOfRoles, roleOf } from './roles.js';

/** Who gives roles: a person with rights of their own, or the house itself, which may give all. */
export type Grantor = Pick<Principal, 'type' | 'roles' | 'scopes' | 'conditions'>;

export interface RoleChoice {
  readonly roles: readonly string[];
  readonly kind: MembershipKind;
  /** Roles that are newly given; those held before are not judged again. */
  readonly given: readonly string[];
  readonly grantor: Grantor;
}

const PATH = ['roles'];
/** Roles that stand beside CLIENT and mean nothing alone. */
const ONLY_BESIDE_CLIENT = ['CLIENT_ADMIN', 'CLIENT_BILLING'];

/** Whether these roles may be held together, by this kind of member, and be given by this person. */
export function roleFindings({ roles, kind, given, grantor }: RoleChoice): Violation[] {
  const unknown = roles.filter((code) => !isRoleCode(code));
  if (unknown.length > 0) {
    return [
      violation('ROLE_UNKNOWN', `There is no role ${unknown.join(', ')}.`, {
        path: PATH,
        meta: { roles: unknown },
      }),
    ];
  }
  if (roles.length === 0) {
    return [violation('INPUT_REQUIRED', 'A member holds at least one role.', { path: PATH })];
  }
  const findings: Violation[] = [];
  const misfits = roles.filter((code) => isRoleCode(code) && roleOf(code).kind !== kind);
  const alone =
    !roles.includes('CLIENT') && roles.some((code) => ONLY_BESIDE_CLIENT.includes(code));
  if (misfits.length > 0 || alone) {
    const message = alone
      ? 'This role is held beside CLIENT.'
      : `${misfits.join(', ')} is no role for ${kind} members.`;
    findings.push(violation('ROLE_KIND_MISMATCH', message, { path: PATH }));
  }
  if (escalates(given, grantor)) {
    const message = 'Nobody gives rights that they do not hold.';
    findings.push(violation('ROLE_ESCALATION', message, { path: PATH }));
  }
  return findings;
}

/** Administrators are made by administrators alone; other roles by whoever holds all that they grant. */
function escalates(given: readonly string[], grantor: Grantor): boolean {
  if (grantor.type === 'service' || given.length === 0) return false;
  for (const admin of ['TENANT_ADMIN', 'PLATFORM_ADMIN']) {
    if (given.includes(admin) && !grantor.roles.includes(admin)) return true;
  }
  return !grantor.roles.includes('TENANT_ADMIN') && !covers(grantor, rightsOfRoles(given));
}
