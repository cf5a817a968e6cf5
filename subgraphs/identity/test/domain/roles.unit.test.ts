import { describe, expect, it } from '@jest/globals';
import { decideAccess, type Principal } from '@nexus/kit/domain';
import { covers, rightsOf } from '../../src/domain/grant.js';
import { ROLE_CODES, ROLES, rightsOfRoles } from '../../src/domain/roles.js';
import { SCOPE_CATALOGUE } from '../../src/domain/scope-catalogue.js';

const ME = 'usr_me';
function holder(roles: readonly string[], overrides: Partial<Principal> = {}): Principal {
  return {
    type: 'user',
    subject: ME,
    tenantId: '0198c0de-1000-7000-8000-000000000001' as Principal['tenantId'],
    membershipId: 'mem_me',
    kind: 'STAFF',
    clientId: null,
    sessionId: null,
    roles,
    ...rightsOfRoles(roles),
    attributes: {},
    timeZone: 'UTC',
    locale: 'en',
    ...overrides,
  };
}
const may = (
  roles: string[],
  scope: string,
  resource: object = {},
  overrides: Partial<Principal> = {},
) => decideAccess(holder(roles, overrides), scope, { ...resource }).allow;

describe('system roles', () => {
  it('name only scopes of the catalogue', () => {
    const named = ROLES.flatMap(({ grants }) => grants.map(({ scope }) => scope));
    expect(named.filter((scope) => !SCOPE_CATALOGUE.includes(scope))).toEqual([]);
    expect(ROLES.map(({ code }) => code)).toEqual(ROLE_CODES);
  });

  it.each([
    ['TENANT_ADMIN', true],
    ['FINANCE_ADMIN', true],
    ['ENGAGEMENT_MANAGER', true],
    ['AUDITOR', true],
    ['PROJECT_MANAGER', false],
    ['EMPLOYEE', false],
    ['SALES_REP', false],
    ['CLIENT', false],
    ['PLATFORM_ADMIN', false],
  ])('%s sees cost and margin: %s', (role, expected) => {
    expect(
      may([role], 'projects:finance:read', { managerId: ME, memberIds: [ME], clientId: 'cli_1' }),
    ).toBe(expected);
  });

  it('open the ledger to finance, administration and audit alone', () => {
    const readers = ROLE_CODES.filter((role) => may([role], 'billing:ledger:read'));
    expect(readers).toEqual(['TENANT_ADMIN', 'FINANCE_ADMIN', 'AUDITOR']);
  });

  it('let employees work where they are members', () => {
    expect(may(['EMPLOYEE'], 'projects:write', { memberIds: [ME] })).toBe(true);
    expect(
      may(['EMPLOYEE'], 'projects:write', { memberIds: ['usr_other'], managerId: 'usr_other' }),
    ).toBe(false);
    expect(may(['EMPLOYEE'], 'projects:time:write', { userId: ME })).toBe(true);
    expect(may(['EMPLOYEE'], 'projects:time:write', { userId: 'usr_other' })).toBe(false);
    expect(may(['EMPLOYEE'], 'projects:manage', { managerId: ME })).toBe(false);
  });

  it('let project managers manage and approve their own projects', () => {
    for (const scope of ['projects:manage', 'projects:time:approve']) {
      expect(may(['PROJECT_MANAGER'], scope, { managerId: ME })).toBe(true);
      expect(may(['PROJECT_MANAGER'], scope, { managerId: 'usr_other' })).toBe(false);
    }
    expect(may(['PROJECT_MANAGER'], 'projects:read', {})).toBe(true);
    expect(may(['PROJECT_MANAGER'], 'billing:write', { projectManagerId: ME })).toBe(true);
    expect(may(['PROJECT_MANAGER'], 'billing:write', { projectManagerId: 'usr_other' })).toBe(
      false,
    );
    expect(may(['ENGAGEMENT_MANAGER'], 'billing:write', { projectManagerId: null })).toBe(true);
    expect(may(['ENGAGEMENT_MANAGER'], 'billing:refund')).toBe(false);
  });

  it('show client users what is their client’s, and let billing contacts pay', () => {
    const client = { kind: 'CLIENT', clientId: 'cli_1' } as const;
    for (const scope of ['crm:read', 'projects:read', 'billing:read', 'identity:users:read']) {
      expect(may(['CLIENT'], scope, { clientId: 'cli_1' }, client)).toBe(true);
      expect(may(['CLIENT'], scope, { clientId: 'cli_2' }, client)).toBe(false);
      expect(may(['CLIENT'], scope, { clientId: null }, client)).toBe(false);
    }
    expect(may(['CLIENT'], 'billing:pay', { clientId: 'cli_1' }, client)).toBe(false);
    expect(may(['CLIENT', 'CLIENT_BILLING'], 'billing:pay', { clientId: 'cli_1' }, client)).toBe(
      true,
    );
    expect(may(['CLIENT', 'CLIENT_BILLING'], 'billing:pay', { clientId: 'cli_2' }, client)).toBe(
      false,
    );
    expect(may(['CLIENT', 'CLIENT_ADMIN'], 'crm:write', { clientId: 'cli_1' }, client)).toBe(false);
  });

  it('leave an auditor nothing to write, whatever else is held', () => {
    const rights = rightsOfRoles(['TENANT_ADMIN', 'AUDITOR']);
    expect(rights.scopes.filter((scope) => !scope.endsWith(':read'))).toEqual([]);
    expect(rights.scopes).toContain('billing:ledger:read');
  });
});

describe('rights', () => {
  const own = {
    op: 'eq',
    left: { attr: 'resource.a' },
    right: { attr: 'subject.userId' },
  } as const;

  it('are the union of what is allowed: unconditional wins over conditions', () => {
    const rights = rightsOf([
      { effect: 'ALLOW', scope: 'crm:read', when: own },
      { effect: 'ALLOW', scope: 'crm:write' },
    ]);
    expect(rights).toEqual({ scopes: ['crm:read', 'crm:write'], conditions: {} });
  });

  it('keep each condition once', () => {
    const grant = { effect: 'ALLOW', scope: 'crm:read', when: own } as const;
    expect(rightsOf([grant, grant]).conditions).toEqual({ 'crm:read': [own] });
  });

  it('cover others only where none of them is wider', () => {
    const wide = rightsOf([{ effect: 'ALLOW', scope: 'crm:read' }]);
    const narrow = rightsOf([{ effect: 'ALLOW', scope: 'crm:read', when: own }]);
    expect(covers(wide, narrow)).toBe(true);
    expect(covers(narrow, narrow)).toBe(true);
    expect(covers(narrow, wide)).toBe(false);
    expect(covers(wide, rightsOf([{ effect: 'ALLOW', scope: 'crm:erase' }]))).toBe(false);
  });
});
