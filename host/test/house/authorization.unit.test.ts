import { describe, expect, it } from '@jest/globals';
import { anonymousPrincipal, type Principal, servicePrincipal } from '@nexus/kit/domain';
import type { Requirement } from '@nexus/router';
import { schemaRights } from '../../src/house/authorization.js';

const tenant = 'tnt_1' as Principal['tenantId'];
const service = servicePrincipal('billing', tenant);
const nobody = anonymousPrincipal(tenant);
const clerk: Principal = { ...service, type: 'user', scopes: ['billing:read'] };

const signIn = { kind: 'authenticated' } as const;
const scopes = (...anyOf: string[][]): Requirement => ({ kind: 'scopes', anyOf });

function answer(principal: Principal | null, requirement: Requirement) {
  const error = schemaRights.denied?.('Query.invoice', requirement, principal);
  return [error?.message, error?.extensions];
}

describe('the router’s word on rights', () => {
  it.each([
    ['nobody', null, false, false],
    ['somebody anonymous', nobody, false, false],
    ['somebody with the scope', clerk, true, true],
    ['somebody without it', { ...clerk, scopes: ['crm:read'] }, true, false],
    ['a service', service, true, true],
    ['somebody anonymous with scopes', { ...nobody, scopes: ['*'] }, false, false],
  ])('%s', (_, principal, isSignedIn, holds) => {
    expect(schemaRights.isAuthenticated?.(principal)).toBe(isSignedIn);
    expect(schemaRights.scopes?.(principal).has('billing:read')).toBe(holds);
  });

  it('is the subgraphs’: sign in, or a scope is missing', () => {
    const unauthenticated = ['Sign in to see this.', { code: 'UNAUTHENTICATED' }];
    for (const principal of [null, nobody]) {
      expect(answer(principal, signIn)).toEqual(unauthenticated);
      expect(answer(principal, scopes(['billing:read']))).toEqual(unauthenticated);
    }
    expect(answer(clerk, scopes(['billing:ledger:read']))).toEqual([
      'You may not do this.',
      { code: 'FORBIDDEN', requiredScope: 'billing:ledger:read' },
    ]);
  });
});
