import { describe, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { type MembershipCommand, membership } from '../../src/domain/membership.aggregate.js';
import type { MembershipEvent } from '../../src/domain/membership.events.js';
import type { Grantor } from '../../src/domain/role.rules.js';
import { rightsOfRoles } from '../../src/domain/roles.js';

const by = (...roles: string[]): Grantor => ({ type: 'user', roles, ...rightsOfRoles(roles) });
const admin = by('TENANT_ADMIN');
const facts = {
  membershipId: 'mem_1',
  userId: 'usr_1',
  kind: 'STAFF',
  clientId: null,
  contactId: null,
  roles: ['EMPLOYEE'],
  name: 'Mia',
  email: 'mia@kiln.test',
} as const;
const joined = (overrides: object = {}): MembershipEvent => ({
  type: 'UserActivated',
  data: { ...facts, ...overrides, again: false },
});
const out = (cause: 'SUSPENDED' | 'REMOVED'): MembershipEvent => ({
  type: 'UserDeactivated',
  data: { membershipId: 'mem_1', userId: 'usr_1', kind: 'STAFF', cause, reassignToUserId: null },
});
const join = (overrides: object = {}, grantor = admin): MembershipCommand => ({
  type: 'Join',
  member: { ...facts, ...overrides },
  grantor,
});
const roles = (...codes: string[]) =>
  ({ type: 'ChangeRoles', roles: codes, grantor: admin, otherActiveAdmins: 1 }) as const;
const shutOut = {
  type: 'Deactivate',
  cause: 'SUSPENDED',
  reassignToUserId: null,
  actor: admin,
  otherActiveAdmins: 1,
} as const;
const spec = specification(membership);

describe('a membership', () => {
  it('begins', () => spec.given().when(join()).then([joined()]));
  it('begins once', () => spec.given(joined()).when(join()).then([]));
  it('needs a role', () =>
    spec
      .given()
      .when(join({ roles: [] }))
      .thenRefused('INPUT_REQUIRED', ['roles']));
  it('needs a known role', () =>
    spec
      .given()
      .when(join({ roles: ['CHIEF'] }))
      .thenRefused('ROLE_UNKNOWN', ['roles']));
  it('needs a role of its kind', () =>
    spec
      .given()
      .when(join({ roles: ['CLIENT'] }))
      .thenRefused('ROLE_KIND_MISMATCH', ['roles']));
  it('of a client needs the client', () =>
    spec
      .given()
      .when(join({ kind: 'CLIENT', roles: ['CLIENT'] }))
      .thenRefused('INPUT_INVALID', ['clientId']));
  it('of staff has no client', () =>
    spec
      .given()
      .when(join({ clientId: 'cli_1' }))
      .thenRefused('INPUT_INVALID', ['clientId']));
  it('with a permission set alone is none', () =>
    spec
      .given()
      .when(join({ kind: 'CLIENT', clientId: 'cli_1', roles: ['CLIENT_BILLING'] }))
      .thenRefused('ROLE_KIND_MISMATCH'));
});

describe('its name', () => {
  const rename = (name: string) => ({ type: 'Rename', name }) as const;
  it('changes', () =>
    spec
      .given(joined())
      .when(rename(' Mia  Moreau '))
      .then([
        {
          type: 'UserProfileUpdated',
          data: { userId: 'usr_1', membershipId: 'mem_1', name: 'Mia Moreau' },
        },
      ]));
  it('stays', () => spec.given(joined()).when(rename('Mia')).then([]));
  it('is not empty', () =>
    spec.given(joined()).when(rename(' ')).thenRefused('INPUT_REQUIRED', ['name']));
});

describe('its roles', () => {
  it('change by what is added and removed', () =>
    spec
      .given(joined())
      .when(roles('SALES_REP', 'AUDITOR'))
      .then([
        {
          type: 'UserRolesChanged',
          data: {
            membershipId: 'mem_1',
            userId: 'usr_1',
            added: ['SALES_REP', 'AUDITOR'],
            removed: ['EMPLOYEE'],
          },
        },
      ]));
  it('stay when they are the same', () => spec.given(joined()).when(roles('EMPLOYEE')).then([]));
  it('are not given by who holds less', () =>
    spec
      .given(joined())
      .when({ ...roles('EMPLOYEE', 'FINANCE_ADMIN'), grantor: by('PROJECT_MANAGER') })
      .thenRefused('ROLE_ESCALATION', ['roles']));
  it('are given by who holds the same', () =>
    spec
      .given(joined({ roles: ['SALES_REP'] }))
      .when({ ...roles('SALES_REP', 'EMPLOYEE'), grantor: by('EMPLOYEE') })
      .then([
        {
          type: 'UserRolesChanged',
          data: { membershipId: 'mem_1', userId: 'usr_1', added: ['EMPLOYEE'], removed: [] },
        },
      ]));
  it('of an administrator are given by administrators alone', () => {
    const everything = { ...admin, roles: ['FINANCE_ADMIN'] };
    return spec
      .given(joined())
      .when({ ...roles('EMPLOYEE', 'TENANT_ADMIN'), grantor: everything })
      .thenRefused('ROLE_ESCALATION');
  });
  it('are not taken by who holds less', () =>
    spec
      .given(joined({ roles: ['EMPLOYEE', 'TENANT_ADMIN'] }))
      .when({ ...roles('EMPLOYEE'), grantor: by('EMPLOYEE') })
      .thenRefused('ROLE_ESCALATION'));
  it('keep a last administrator', () =>
    spec
      .given(joined({ roles: ['TENANT_ADMIN'] }))
      .when({ ...roles('EMPLOYEE'), otherActiveAdmins: 0 })
      .thenRefused('LAST_ADMIN', ['roles']));
  it('of who is shut out do not change', () =>
    spec
      .given(joined(), out('SUSPENDED'))
      .when(roles('SALES_REP'))
      .thenRefused('MEMBERSHIP_STATE_INVALID'));
});

describe('its end', () => {
  it('is a suspension', () =>
    spec
      .given(joined())
      .when(shutOut)
      .then([out('SUSPENDED')]));
  it('is for good after a suspension', () =>
    spec
      .given(joined(), out('SUSPENDED'))
      .when({ ...shutOut, cause: 'REMOVED' })
      .then([out('REMOVED')]));
  it('comes once', () =>
    spec
      .given(joined(), out('SUSPENDED'))
      .when(shutOut)
      .thenRefused('MEMBERSHIP_STATE_INVALID', ['id']));
  it('is not for the last administrator', () =>
    spec
      .given(joined({ roles: ['TENANT_ADMIN'] }))
      .when({ ...shutOut, otherActiveAdmins: 0 })
      .thenRefused('LAST_ADMIN', ['id']));
  it('is not brought about by who holds less', () =>
    spec
      .given(joined({ roles: ['TENANT_ADMIN'] }))
      .when({ ...shutOut, actor: by('EMPLOYEE') })
      .thenRefused('ROLE_ESCALATION'));
  it('of a suspended administrator needs no other', () =>
    spec
      .given(joined({ roles: ['TENANT_ADMIN'] }), out('SUSPENDED'))
      .when({ ...shutOut, cause: 'REMOVED', otherActiveAdmins: 0 })
      .then([out('REMOVED')]));
  it('can be undone', () =>
    spec
      .given(joined(), out('SUSPENDED'))
      .when({ type: 'Reactivate', actor: admin })
      .then([{ type: 'UserActivated', data: { ...facts, again: true } }]));
  it('for good cannot be undone', () =>
    spec
      .given(joined(), out('REMOVED'))
      .when({ type: 'Reactivate', actor: admin })
      .thenRefused('MEMBERSHIP_STATE_INVALID'));
  it('of nobody is refused', () => spec.given().when(shutOut).thenRefused('NOT_FOUND', ['id']));
});
