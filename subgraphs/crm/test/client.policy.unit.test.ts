import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@nexus/kit/domain';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import { canEraseContact, canReadClient, canWriteClient } from '../src/policies/client.policy.js';

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
