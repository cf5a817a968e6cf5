import {
  accept,
  aggregate,
  checkText,
  type Decision,
  judge,
  oneLine,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import type { DeactivationCause, MembershipKind, UserActivated } from '../../events.d.ts';
import { type MembershipEvent, membershipEvents } from './membership.events.js';
import { type Grantor, roleFindings } from './role.rules.js';

interface Facts {
  readonly membershipId: string;
  readonly userId: string;
  readonly kind: MembershipKind;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly roles: readonly string[];
  readonly name: string;
  readonly email: string;
}
export interface Member extends Facts {
  readonly status: 'ACTIVE' | DeactivationCause;
}
export type MembershipState = { readonly status: 'ABSENT' } | Member;

/** Facts about the others that a rule needs, counted under the lock of the tenant's administrators. */
export interface Administrators {
  readonly otherActiveAdmins: number;
}

export type MembershipCommand =
  | {
      readonly type: 'Join';
      readonly member: Omit<UserActivated, 'again'>;
      readonly grantor: Grantor;
    }
  | ({
      readonly type: 'ChangeRoles';
      readonly roles: readonly string[];
      readonly grantor: Grantor;
    } & Administrators)
  | ({
      readonly type: 'Deactivate';
      readonly cause: DeactivationCause;
      readonly reassignToUserId: string | null;
      readonly actor: Grantor;
    } & Administrators)
  | { readonly type: 'Reactivate'; readonly actor: Grantor }
  | { readonly type: 'Rename'; readonly name: string };

/** Who must not be lost: without one of these, nobody could let anybody in any more. */
const ADMIN_ROLES = ['TENANT_ADMIN', 'PLATFORM_ADMIN'];
export const isAdmin = (roles: readonly string[]): boolean =>
  roles.some((role) => ADMIN_ROLES.includes(role));

function evolve(state: MembershipState, event: MembershipEvent): MembershipState {
  if (event.type === 'UserActivated') {
    const { again: _, ...facts } = event.data;
    return { ...facts, status: 'ACTIVE' };
  }
  if (state.status === 'ABSENT') return state;
  switch (event.type) {
    case 'UserProfileUpdated':
      return { ...state, name: event.data.name };
    case 'UserRolesChanged': {
      const { added, removed } = event.data;
      return {
        ...state,
        roles: [...state.roles.filter((role) => !removed.includes(role)), ...added],
      };
    }
    case 'UserDeactivated':
      return { ...state, status: event.data.cause };
    default:
      return unreachable(event);
  }
}

function decide(state: MembershipState, command: MembershipCommand): Decision<MembershipEvent> {
  if (command.type === 'Join') return join(state, command.member, command.grantor);
  if (state.status === 'ABSENT') {
    return refuse(violation('NOT_FOUND', 'There is no such membership.', { path: ['id'] }));
  }
  switch (command.type) {
    case 'ChangeRoles':
      return changeRoles(state, command);
    case 'Deactivate':
      return deactivate(state, command);
    case 'Reactivate': {
      if (state.status !== 'SUSPENDED')
        return refuse(wrongState(state, 'Only who is suspended can come back.'));
      const { status: _, ...facts } = state;
      const { kind, roles } = state;
      const findings = roleFindings({ kind, roles, given: roles, grantor: command.actor });
      return judge(findings, () => [{ type: 'UserActivated', data: { ...facts, again: true } }]);
    }
    case 'Rename': {
      const { userId, membershipId } = state;
      const name = oneLine(command.name);
      if (name === state.name) return accept([]);
      return judge(checkText(command.name, ['name'], { max: 200 }), () => [
        { type: 'UserProfileUpdated', data: { userId, membershipId, name } },
      ]);
    }
    default:
      return unreachable(command);
  }
}

function join(
  state: MembershipState,
  member: Omit<UserActivated, 'again'>,
  grantor: Grantor,
): Decision<MembershipEvent> {
  if (state.status !== 'ABSENT') return accept([]);
  const { kind, clientId, roles } = member;
  const findings = roleFindings({ roles, kind, given: roles, grantor });
  if ((kind === 'CLIENT') !== (clientId !== null)) {
    const message = 'A CLIENT member belongs to a client, every other kind to none.';
    findings.push(violation('INPUT_INVALID', message, { path: ['clientId'] }));
  }
  return judge(findings, () => [{ type: 'UserActivated', data: { ...member, again: false } }]);
}

type Of<Type> = Extract<MembershipCommand, { readonly type: Type }>;

function changeRoles(state: Member, command: Of<'ChangeRoles'>): Decision<MembershipEvent> {
  if (state.status !== 'ACTIVE')
    return refuse(wrongState(state, 'Only an active member has roles to change.'));
  const roles = [...new Set(command.roles)];
  const added = roles.filter((role) => !state.roles.includes(role));
  const removed = state.roles.filter((role) => !roles.includes(role));
  if (added.length === 0 && removed.length === 0) return accept([]);
  // Taking rights away is judged like giving them: a lesser role must not strip a greater one.
  const given = [...added, ...removed];
  const findings = roleFindings({ roles, kind: state.kind, given, grantor: command.grantor });
  if (isAdmin(removed) && !isAdmin(roles) && command.otherActiveAdmins === 0)
    findings.push(lastAdmin(['roles']));
  const { membershipId, userId } = state;
  return judge(findings, () => [
    { type: 'UserRolesChanged', data: { membershipId, userId, added, removed } },
  ]);
}

function deactivate(state: Member, command: Of<'Deactivate'>): Decision<MembershipEvent> {
  if (state.status === 'REMOVED' || state.status === command.cause) {
    return refuse(wrongState(state, 'This member is not active.'));
  }
  const { membershipId, userId, kind, roles } = state;
  const findings = roleFindings({ kind, roles, given: roles, grantor: command.actor }).filter(
    ({ rule }) => rule === 'ROLE_ESCALATION',
  );
  const active = state.status === 'ACTIVE';
  if (active && isAdmin(roles) && command.otherActiveAdmins === 0) findings.push(lastAdmin(['id']));
  const { cause, reassignToUserId } = command;
  return judge(findings, () => [
    { type: 'UserDeactivated', data: { membershipId, userId, kind, cause, reassignToUserId } },
  ]);
}

function lastAdmin(path: readonly string[]): Violation {
  return violation('LAST_ADMIN', 'The last administrator must stay.', { path });
}

function wrongState({ status }: Member, message: string): Violation {
  return violation('MEMBERSHIP_STATE_INVALID', message, { path: ['id'], meta: { status } });
}

/** A user in a tenant: kind, client, roles. Stream `membership-{id}`; REMOVED is the end. */
export const membership = aggregate<MembershipState, MembershipCommand, MembershipEvent>({
  name: 'membership',
  catalogue: membershipEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});
