import { encodeId, type Principal, type TenantId } from '../domain/index.js';

/** A tenant of tests: `testTenant(1)`. */
export function testTenant(n: number): TenantId {
  return `0198c0de-1000-7000-8000-${String(n).padStart(12, '0')}` as TenantId;
}

/** A user id of tests: `testUser(1)`. */
export function testUser(n: number): string {
  return encodeId('User', `0198c0de-2000-7000-8000-${String(n).padStart(12, '0')}`);
}

/** A signed-in member of staff with these scopes in tenant 1; the rest can be overridden. */
export function staff(scopes: readonly string[], overrides: Partial<Principal> = {}): Principal {
  return {
    type: 'user',
    subject: testUser(1),
    tenantId: testTenant(1),
    membershipId: null,
    kind: 'STAFF',
    clientId: null,
    sessionId: null,
    roles: [],
    scopes,
    conditions: {},
    attributes: {},
    timeZone: 'Europe/Berlin',
    locale: 'en',
    ...overrides,
  };
}

/** A user of a client: sees that client's rows and no others. */
export function clientUser(
  clientId: string,
  scopes: readonly string[],
  overrides: Partial<Principal> = {},
): Principal {
  const conditions = Object.fromEntries(
    scopes.map((scope) => [
      scope,
      [
        {
          op: 'eq' as const,
          left: { attr: 'resource.clientId' },
          right: { attr: 'subject.clientId' },
        },
      ],
    ]),
  );
  return staff(scopes, {
    subject: testUser(900),
    kind: 'CLIENT',
    clientId,
    conditions,
    ...overrides,
  });
}
