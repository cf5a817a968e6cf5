import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@nexus/kit/domain';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import {
  canCreateClients,
  canEraseContact,
  canReadClient,
  canRestoreClient,
  canUpdateClient,
  canWriteClient,
} from '../src/policies/client.policy.js';
import {
  canErasePerson,
  canGrantPortalAccess,
  canRevokePortalAccess,
  canUpdateContact,
} from '../src/policies/contact.policy.js';

const own = { id: 'cli_1', ownerId: testUser(1) };
const other = { id: 'cli_2', ownerId: null };
const OWNER: Condition = {
  op: 'eq',
  left: { attr: 'resource.ownerId' },
  right: { attr: 'subject.userId' },
};
const all = ['crm:read', 'crm:write', 'crm:erase'];
const owner = staff(['crm:read', 'crm:write'], { conditions: { 'crm:write': [OWNER] } });

describe('who may do what with a client', () => {
  it.each([
    ['staff with all scopes', staff(all), own, [true, true, true]],
    ['staff who read', staff(['crm:read']), own, [true, false, false]],
    ['staff without a scope', staff([]), own, [false, false, false]],
    ['staff who write what they own, theirs', owner, own, [true, true, false]],
    ['staff who write what they own, nobody’s', owner, other, [true, false, false]],
    ['a client’s user, their own', clientUser('cli_1', ['crm:read']), own, [true, false, false]],
    ['a client’s user, another’s', clientUser('cli_1', ['crm:read']), other, [false, false, false]],
  ])('%s', (_, principal, client, [read, write, erase]) => {
    expect(canReadClient(principal, client)).toBe(read);
    expect(canWriteClient(principal, client)).toBe(write);
    expect(canEraseContact(principal, client)).toBe(erase);
  });
});

describe('what can be done now', () => {
  const may = (archived: boolean, principal = staff(all)) => [
    canUpdateClient(principal, { ...own, archived }),
    canRestoreClient(principal, { ...own, archived }),
  ];

  it('an archived client is only brought back', () => {
    expect(may(false)).toEqual([true, false]);
    expect(may(true)).toEqual([false, true]);
    expect(may(true, staff(['crm:read']))).toEqual([false, false]);
  });

  it('who holds crm:write creates clients', () => {
    expect(canCreateClients(staff(['crm:write']))).toBe(true);
    expect(canCreateClients(staff(['crm:read']))).toBe(false);
    expect(canCreateClients(clientUser('cli_1', ['crm:read']))).toBe(false);
  });

  const contact = { erased: false, portalRole: null, email: 'ida@kiln.test' };
  it.each([
    ['staff with all scopes, a contact', staff(all), contact, [true, true, false, true]],
    [
      'with portal access',
      staff(all),
      { ...contact, portalRole: 'MEMBER' },
      [true, true, true, true],
    ],
    ['without an address', staff(all), { ...contact, email: null }, [true, false, false, true]],
    ['erased', staff(all), { ...contact, erased: true }, [false, false, false, false]],
    ['the owner', owner, contact, [true, true, false, false]],
    ['who may erase but not write', staff(['crm:erase']), contact, [false, false, false, false]],
    ['a client’s user', clientUser('cli_1', ['crm:read']), contact, [false, false, false, false]],
  ])('%s', (_, principal, person, expected) => {
    expect([
      canUpdateContact(principal, own, person),
      canGrantPortalAccess(principal, own, person),
      canRevokePortalAccess(principal, own, person),
      canErasePerson(principal, own, person),
    ]).toEqual(expected);
  });
});
