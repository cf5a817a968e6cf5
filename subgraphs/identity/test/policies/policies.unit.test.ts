import { describe, expect, it } from '@jest/globals';
import {
  anonymousPrincipal,
  PLATFORM_TENANT,
  type Principal,
  type TenantId,
} from '@nexus/kit/domain';
import { rightsOfRoles } from '../../src/domain/roles.js';
import { SETTING_DEFINITIONS } from '../../src/domain/setting-definitions.js';
import { mailboxReach } from '../../src/policies/mailbox.policy.js';
import {
  canEndSessions,
  canManageMembership,
  canReadMembership,
  canRenameMember,
} from '../../src/policies/membership.policy.js';
import { portalsOf } from '../../src/policies/portal.policy.js';
import {
  canEditBranding,
  canEditSetting,
  canReadBrandingDraft,
  canReadSetting,
} from '../../src/policies/tenant.policy.js';
import { canSeeEmail, canSeeUser } from '../../src/policies/user.policy.js';

const TENANT = '0198c0de-1000-7000-8000-000000000001' as TenantId;
function actor(roles: string[], overrides: Partial<Principal> = {}): Principal {
  return {
    ...anonymousPrincipal(TENANT),
    type: 'user',
    subject: 'usr_me',
    kind: 'STAFF',
    roles,
    ...rightsOfRoles(roles),
    ...overrides,
  };
}
const admin = actor(['TENANT_ADMIN']);
const employee = actor(['EMPLOYEE']);
const operator = actor(['PLATFORM_ADMIN'], { kind: 'OPERATOR', tenantId: PLATFORM_TENANT });
const client = actor(['CLIENT'], { kind: 'CLIENT', clientId: 'cli_1' });
const nobody = anonymousPrincipal(PLATFORM_TENANT);

const me = { id: 'usr_me', kind: 'STAFF', clientIds: [] } as const;
const colleague = { id: 'usr_2', kind: 'STAFF', clientIds: [] } as const;
const ofMyClient = { id: 'usr_3', kind: 'CLIENT', clientIds: ['cli_2', 'cli_1'] } as const;
const ofOther = { id: 'usr_4', kind: 'CLIENT', clientIds: ['cli_2'] } as const;

describe('who sees a user, and the address', () => {
  it.each([
    ['an administrator', admin, colleague, true, true],
    ['an administrator', admin, ofOther, true, true],
    ['an employee', employee, colleague, true, true],
    ['an employee', employee, ofOther, true, true],
    ['a client user', client, colleague, true, false],
    ['a client user', client, ofMyClient, true, true],
    ['a client user', client, ofOther, false, false],
    ['a client user', client, { ...ofOther, id: 'usr_me' }, true, true],
    ['somebody without rights', actor([]), me, true, true],
    ['somebody without rights', actor([]), ofOther, false, false],
    ['nobody known', nobody, colleague, false, false],
  ] as const)('%s of %#', (_who, principal, user, seen, address) => {
    expect([canSeeUser(principal, user), canSeeEmail(principal, user)]).toEqual([seen, address]);
  });
});

describe('who reads and manages a membership', () => {
  it.each([
    ['an administrator', admin, { userId: 'usr_2', clientId: null }, true, true],
    ['an employee', employee, { userId: 'usr_2', clientId: null }, true, false],
    ['an employee, the own', employee, { userId: 'usr_me', clientId: null }, true, false],
    ['a client user', client, { userId: 'usr_3', clientId: 'cli_1' }, true, false],
    ['a client user, of staff', client, { userId: 'usr_2', clientId: null }, false, false],
    ['a client user, of others', client, { userId: 'usr_4', clientId: 'cli_2' }, false, false],
    ['a client user, the own', client, { userId: 'usr_me', clientId: 'cli_2' }, true, false],
    ['nobody known', nobody, { userId: 'usr_2', clientId: null }, false, false],
    ['nobody known, an invitation', nobody, { clientId: null }, false, false],
  ] as const)('%s', (_who, principal, row, read, manage) => {
    expect([canReadMembership(principal, row), canManageMembership(principal, row)]).toEqual([
      read,
      manage,
    ]);
  });
});

describe('who ends the sessions of a member', () => {
  it.each([
    ['an administrator', admin, { userId: 'usr_2', clientId: null }, true],
    ['an employee, the own', employee, { userId: 'usr_me', clientId: null }, true],
    ['an employee, a colleague’s', employee, { userId: 'usr_2', clientId: null }, false],
    ['a client user, a colleague’s', client, { userId: 'usr_3', clientId: 'cli_1' }, false],
    ['nobody known', nobody, { userId: 'usr_2', clientId: null }, false],
  ] as const)('%s', (_who, principal, row, may) => {
    expect(canEndSessions(principal, row)).toBe(may);
  });
});

describe('who uses which portal', () => {
  it.each([
    ['an administrator', admin, ['EMPLOYEE', 'ADMIN']],
    ['an auditor', actor(['AUDITOR']), ['EMPLOYEE', 'ADMIN']],
    ['finance', actor(['FINANCE_ADMIN']), ['EMPLOYEE', 'ADMIN']],
    ['an employee', employee, ['EMPLOYEE']],
    ['a client user', client, ['CLIENT']],
    ['the operator', operator, ['ADMIN']],
    ['nobody known', nobody, []],
  ] as const)('%s', (_who, principal, portals) => {
    expect(portalsOf(principal)).toEqual(portals);
  });
});

describe('who reads and changes settings and looks', () => {
  const [open] = SETTING_DEFINITIONS.filter(({ everybodyReads }) => everybodyReads);
  const [kept] = SETTING_DEFINITIONS.filter(({ everybodyReads }) => !everybodyReads);
  it.each([
    ['an administrator', admin, [true, true, true, true, true]],
    ['an auditor', actor(['AUDITOR']), [true, true, false, false, true]],
    ['an employee', employee, [true, false, false, false, false]],
    ['a client user', client, [true, false, false, false, false]],
    ['nobody known', nobody, [false, false, false, false, false]],
  ] as const)('%s', (_who, principal, may) => {
    if (!open || !kept) throw new RangeError('The registry has settings of one kind only');
    expect([
      canReadSetting(principal, open),
      canReadSetting(principal, kept),
      canEditSetting(principal, kept),
      canEditBranding(principal),
      canReadBrandingDraft(principal),
    ]).toEqual(may);
  });
});

describe('who changes the name of a member', () => {
  it.each([
    ['an administrator', admin, { userId: 'usr_2', clientId: null }, true],
    ['an employee, the own', employee, { userId: 'usr_me', clientId: null }, true],
    ['an employee, a colleague’s', employee, { userId: 'usr_2', clientId: null }, false],
    ['a client user, the own', client, { userId: 'usr_me', clientId: 'cli_1' }, true],
    ['a client user, a colleague’s', client, { userId: 'usr_3', clientId: 'cli_1' }, false],
  ] as const)('%s', (_who, principal, row, may) => {
    expect(canRenameMember(principal, row)).toBe(may);
  });
});

describe('whose mails of development somebody reads', () => {
  it.each([
    ['an administrator', admin, { tenantId: TENANT }],
    ['the operator', operator, 'ALL'],
    ['an employee', employee, 'NONE'],
    ['a client user', client, 'NONE'],
    ['nobody known', nobody, 'NONE'],
  ] as const)('%s', (_who, principal, reach) => {
    expect(mailboxReach(principal)).toEqual(reach);
  });
});
