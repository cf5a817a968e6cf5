import { describe, expect, it } from '@jest/globals';
import {
  type Condition,
  decideAccess,
  expandScopes,
  type Principal,
  type TenantId,
} from '@nexus/kit/domain';

const base: Principal = {
  type: 'user',
  subject: 'usr_1',
  tenantId: 't' as TenantId,
  membershipId: null,
  kind: 'STAFF',
  clientId: 'cli_1',
  sessionId: null,
  roles: [],
  scopes: ['x:read'],
  conditions: {},
  attributes: { teams: ['a', 'b'] },
  timeZone: 'UTC',
  locale: 'en',
};
const own: Condition = {
  op: 'eq',
  left: { attr: 'resource.clientId' },
  right: { attr: 'subject.clientId' },
};
const allowed = (principal: Principal, resource = {}) =>
  decideAccess(principal, 'x:read', resource).allow;
const under = (...conditions: Condition[]): Principal => ({
  ...base,
  conditions: { 'x:read': conditions },
});

describe('the policy function', () => {
  it('asks for the scope first', () => {
    expect(decideAccess(base, 'x:write').allow).toBe(false);
    expect(allowed(base)).toBe(true);
  });

  it('lets any one condition allow', () => {
    expect(allowed(under(own), { clientId: 'cli_1' })).toBe(true);
    expect(allowed(under(own), { clientId: 'cli_2' })).toBe(false);
    const never: Condition = { op: 'eq', left: { value: 1 }, right: { value: 2 } };
    expect(allowed(under(never, own), { clientId: 'cli_1' })).toBe(true);
  });

  it('never allows what is unknown, nor its negation, nor an empty condition', () => {
    expect(allowed(under(own))).toBe(false);
    expect(allowed(under({ not: own }))).toBe(false);
    expect(allowed(under({ all: [] }))).toBe(false);
    expect(allowed(under({ any: [] }))).toBe(false);
    expect(allowed(under())).toBe(false);
  });

  it('compares sets', () => {
    const member: Condition = {
      op: 'contains',
      left: { attr: 'resource.memberIds' },
      right: { attr: 'subject.userId' },
    };
    expect(allowed(under(member), { memberIds: ['usr_1'] })).toBe(true);
    expect(allowed(under(member), { memberIds: ['usr_2'] })).toBe(false);
    const team: Condition = {
      op: 'in',
      left: { attr: 'resource.team' },
      right: { attr: 'subject.teams' },
    };
    expect(allowed(under(team), { team: 'b' })).toBe(true);
    expect(allowed(under(team), { team: 'c' })).toBe(false);
  });
});

describe('scopes', () => {
  const catalogue = [
    'identity:users:read',
    'identity:users:write',
    'billing:read',
    'billing:write',
    'billing:pay',
    'billing:admin',
  ];
  it('imply what stands below them', () => {
    expect([...expandScopes(['identity:write'], catalogue)]).toEqual(
      expect.arrayContaining(['identity:users:write', 'identity:users:read', 'identity:read']),
    );
    expect([...expandScopes(['billing:admin'], catalogue)]).toEqual(
      expect.arrayContaining(['billing:pay', 'billing:write', 'billing:read']),
    );
    expect(expandScopes(['billing:read'], catalogue).has('billing:write')).toBe(false);
    expect(expandScopes(['billing:write'], catalogue).has('billing:pay')).toBe(false);
  });
});
