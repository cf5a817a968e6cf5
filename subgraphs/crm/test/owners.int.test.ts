import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IdentityEvents } from '@nexus/identity/events';
import { defineEvents, event, type Principal } from '@nexus/kit/domain';
import { openTestHouse, staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import { crm } from '../src/index.js';

/** Events of identity as they come from the log; that domain is not in this house. */
const identity = defineEvents('identity', {
  UserActivated: event<IdentityEvents['identity.UserActivated']>(),
  UserDeactivated: event<IdentityEvents['identity.UserDeactivated']>(),
});

const manager = staff(['crm:read', 'crm:write']);
const elsewhere = staff(['crm:read', 'crm:write'], { tenantId: testTenant(2) });
const [mia, guest, leaver, foreigner] = [2, 3, 4, 5].map(testUser) as [
  string,
  string,
  string,
  string,
];
const UNKNOWN = [{ rule: 'REFERENCE_UNKNOWN', path: ['input', 'ownerId'] }];

let house: TestHouse;
let clientId: string;

async function tell(as: Principal, userId: string, type: string, kind = 'STAFF'): Promise<void> {
  const about = { userId, kind, membershipId: `mem_${userId}`, clientId: null, contactId: null };
  const data = { ...about, roles: [], again: false, name: 'Somebody', email: 's@example.com' };
  const left = { ...about, cause: 'REMOVED', reassignToUserId: null };
  await house.tell(as, identity, userId, { type, data: type === 'UserActivated' ? data : left });
}

interface Answer {
  readonly client: { readonly id: string; readonly owner: object | null } | null;
  readonly errors: readonly object[];
}

async function run(mutation: string, input: object): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { answer: ${mutation}(input: $input) { client { id owner { id } } errors { rule path } } }`;
  return (await house.as(manager).ask<{ answer: Answer }>(query, { input })).answer;
}

beforeAll(async () => {
  house = await openTestHouse({
    subgraphs: [{ ...crm, catalogues: [...crm.catalogues, identity] }],
  });
  for (const userId of [mia, leaver]) await tell(manager, userId, 'UserActivated');
  await tell(manager, leaver, 'UserDeactivated');
  await tell(manager, guest, 'UserActivated', 'CLIENT');
  await tell(elsewhere, foreigner, 'UserActivated');
  clientId = (await run('clientCreate', { name: 'Kiln', currency: 'EUR' })).client?.id ?? '';
});
afterAll(() => house.close());

describe('the owner of a client', () => {
  it('is who creates it, or another member of staff', async () => {
    const assigned = await run('clientAssignOwner', { id: clientId, ownerId: mia });
    expect(assigned).toEqual({ client: { id: clientId, owner: { id: mia } }, errors: [] });
    const nobody = await run('clientAssignOwner', { id: clientId, ownerId: null });
    expect(nobody.client?.owner).toBeNull();
  });

  it.each([
    ['a client’s user', guest],
    ['who has left', leaver],
    ['somebody of another tenant', foreigner],
    ['nobody', testUser(9)],
  ])('is not %s', async (_, ownerId) => {
    const refused = { client: null, errors: UNKNOWN };
    expect(await run('clientAssignOwner', { id: clientId, ownerId })).toEqual(refused);
    const input = { name: `Of ${ownerId}`, currency: 'EUR', ownerId };
    expect(await run('clientCreate', input)).toEqual(refused);
  });
});
