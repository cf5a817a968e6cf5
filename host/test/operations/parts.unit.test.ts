import { describe, expect, it } from '@jest/globals';
import { encodeId, PLATFORM_TENANT, type Principal, servicePrincipal } from '@nexus/kit/domain';
import { changesOf } from '../../src/operations/domain/audit-changes.js';
import { sentenceOf } from '../../src/operations/domain/audit-text.js';
import {
  canReadAuditTrail,
  canReadEventData,
  canReadPersonalData,
} from '../../src/operations/policies/audit.policy.js';
import {
  canMendOwn,
  canReadError,
  canReadHealth,
  canRunPlatform,
  canSeeTenantCounts,
} from '../../src/operations/policies/health.policy.js';

const TENANT = '0198c0de-1000-7000-8000-000000000001' as Principal['tenantId'];
const person = (scopes: readonly string[], more: Partial<Principal> = {}): Principal => ({
  ...servicePrincipal('usr_1', TENANT),
  type: 'user',
  kind: 'STAFF',
  scopes,
  ...more,
});

describe('what an entry tells', () => {
  const data = {
    name: 'Ida',
    at: '2026',
    $subject: 's',
    refreshToken: 'x',
    deep: [{ secret: 1, a: 2 }],
  };
  const see = (erased: boolean, mayReadPersonal: boolean) =>
    changesOf(data, { personal: ['name'], erased, mayReadPersonal });

  it('is shown field by field, without what opens something', () => {
    expect(see(false, true)).toEqual([
      { field: 'name', value: 'Ida', state: 'SHOWN' },
      { field: 'at', value: '2026', state: 'SHOWN' },
      { field: 'refreshToken', value: null, state: 'HIDDEN' },
      { field: 'deep', value: [{ a: 2 }], state: 'SHOWN' },
    ]);
  });

  it('of a person is for some, and for nobody once they were erased', () => {
    expect(see(false, false)[0]).toEqual({ field: 'name', value: null, state: 'HIDDEN' });
    expect(see(true, true)[0]).toEqual({ field: 'name', value: '[erased]', state: 'ERASED' });
  });

  it('is said in words', () => {
    expect(sentenceOf('crm.ClientLifecycleChanged')).toBe('Client lifecycle changed');
  });
});

describe('who may', () => {
  const operator = { kind: 'OPERATOR', tenantId: PLATFORM_TENANT } as const;
  const conditional = {
    'crm:read': [{ op: 'eq' as const, left: { value: 1 }, right: { value: 2 } }],
  };
  const rows: [string, boolean, boolean][] = [
    ['read the trail', canReadAuditTrail(person(['identity:security:read'])), true],
    ['read the trail as a job', canReadAuditTrail(servicePrincipal('billing', TENANT)), false],
    [
      'read the trail with the directory',
      canReadAuditTrail(person(['identity:users:read'])),
      false,
    ],
    ['read data of crm', canReadEventData(person(['crm:read']), 'crm'), true],
    [
      'read data of crm under conditions',
      canReadEventData(person(['crm:read'], { conditions: conditional }), 'crm'),
      false,
    ],
    [
      'read cost by reading projects',
      canReadEventData(person(['projects:read']), 'projects'),
      false,
    ],
    ['read data of a domain that is none', canReadEventData(person(['*']), 'nowhere'), false],
    [
      'read of a contact',
      canReadPersonalData(person(['crm:read']), encodeId('Contact', TENANT)),
      true,
    ],
    [
      'read of a user with crm',
      canReadPersonalData(person(['crm:read']), encodeId('User', TENANT)),
      false,
    ],
    ['read of nobody known', canReadPersonalData(person(['*']), 'x'), false],
    ['read health', canReadHealth(person(['operations:read'])), true],
    ['mend by reading', canMendOwn(person(['operations:read'])), false],
    ['mend', canMendOwn(person(['operations:write'])), true],
    ['run the platform from a tenant', canRunPlatform(person(['operations:admin'])), false],
    ['run the platform', canRunPlatform(person(['operations:admin'], operator)), true],
    ['count tenants from a tenant', canSeeTenantCounts(person(['operations:read'])), false],
    ['count tenants', canSeeTenantCounts(person(['operations:read'], operator)), true],
    ['read the own error', canReadError(person([]), TENANT), true],
    ['read another’s error', canReadError(person([]), PLATFORM_TENANT), false],
    ['read nobody’s error', canReadError(person([]), null), false],
    [
      'read any error as operator',
      canReadError(person(['operations:admin'], operator), TENANT),
      true,
    ],
  ];
  it.each(rows)('%s', (_, may, expected) => {
    expect(may).toBe(expected);
  });
});
