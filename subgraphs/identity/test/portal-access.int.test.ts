import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityHouse, openIdentityHouse, PASSWORD, type Tokens } from './support/house.js';

let house: IdentityHouse;
let clientId: string;
let contactId: string;

/** Speaks to crm as the tenant's administrator, and waits until identity has heard of it. */
async function crm<Data>(query: string, variables: object): Promise<Data> {
  const { principal } = await house.asPerson('ada@kiln.test');
  const data = await house.as(principal, 'crm').ask<Data>(query, { ...variables });
  await house.settled(principal);
  return data;
}

beforeAll(async () => {
  house = await openIdentityHouse();
  const created = await crm<{ clientCreate: { client: { id: string } } }>(
    'mutation { clientCreate(input: { name: "Orion AG", currency: "EUR" }) { client { id } } }',
    {},
  );
  clientId = created.clientCreate.client.id;
  const contact = await crm<{ contactCreate: { contact: { id: string } } }>(
    'mutation($input: ContactCreateInput!) { contactCreate(input: $input) { contact { id } errors { rule } } }',
    { input: { clientId, name: 'Cara Client', email: 'cara@orion.test' } },
  );
  contactId = contact.contactCreate.contact.id;
});
afterAll(() => house.close());

describe('portal access of a client’s contact', () => {
  it('is granted by crm and carried out by an invitation', async () => {
    await crm(
      `mutation($id: ID!) { portalAccessGrant(input: { contactId: $id, role: CLIENT_ADMIN, billing: true }) { errors { rule } } }`,
      { id: contactId },
    );
    const token = await house.tokenMailedTo('cara@orion.test');
    const { invitationAccept } = await house.anonymous.ask<{
      invitationAccept: { session: Tokens };
    }>(
      `mutation($token: String!) { invitationAccept(input: { token: $token, name: "Cara", password: "${PASSWORD}" }) {
        session { id accessToken refreshToken } errors { rule } } }`,
      { token },
    );
    const principal = await house.principals.resolve(invitationAccept.session.accessToken);
    expect(principal).toMatchObject({
      kind: 'CLIENT',
      clientId,
      roles: ['CLIENT', 'CLIENT_ADMIN', 'CLIENT_BILLING'],
    });
    expect(principal?.scopes).toEqual([
      'billing:pay',
      'billing:read',
      'crm:read',
      'identity:users:read',
      'projects:comment',
      'projects:read',
    ]);
    expect(Object.keys(principal?.conditions ?? {})).toEqual(
      expect.arrayContaining([...(principal?.scopes ?? [])]),
    );
  });

  it('shows the client’s people themselves and the names of the tenant’s', async () => {
    const { caller } = await house.asPerson('cara@orion.test');
    const ada = await house.asPerson('ada@kiln.test');
    const query = `query($ada: ID!) { user(id: $ada) { name email memberships { id } } users { nodes { name email } }
      memberships { nodes { kind client { id } } } }`;
    expect(await caller.ask(query, { ada: ada.principal.subject })).toEqual({
      user: { name: 'Ada Admin', email: null, memberships: [] },
      users: { nodes: [{ name: 'Cara', email: 'cara@orion.test' }] },
      memberships: { nodes: [{ kind: 'CLIENT', client: { id: clientId } }] },
    });
  });

  it('changes with what crm grants, and ends with it', async () => {
    const { tokens } = await house.asPerson('cara@orion.test');
    await crm(
      `mutation($id: ID!) { portalAccessRevoke(input: { contactId: $id }) { errors { rule } } }`,
      { id: contactId },
    );
    expect((await house.refresh(tokens.refreshToken)).errors[0]?.rule).toBe('SESSION_EXPIRED');
    await crm(
      `mutation($id: ID!) { portalAccessGrant(input: { contactId: $id, role: CLIENT_MEMBER, billing: false }) { errors { rule } } }`,
      { id: contactId },
    );
    const again = await house.asPerson('cara@orion.test');
    expect(again.principal.roles).toEqual(['CLIENT']);
  });

  it('is forgotten with the contact', async () => {
    await crm(
      `mutation($id: ID!) { contactErase(input: { id: $id, reason: "asked to be forgotten" }) { errors { rule } } }`,
      { id: contactId },
    );
    expect((await house.signIn('cara@orion.test')).errors[0]?.rule).toBe('INVALID_CREDENTIALS');
    const { caller } = await house.asPerson('ada@kiln.test');
    const { invitations } = await caller.ask<{ invitations: { nodes: object[] } }>(
      '{ invitations { nodes { name email } } }',
    );
    expect(invitations.nodes).toEqual([{ name: null, email: null }]);
  });

  it('is not offered on behalf of an archived client', async () => {
    await crm('mutation($id: ID!) { clientArchive(input: { id: $id }) { errors { rule } } }', {
      id: clientId,
    });
    const { caller } = await house.asPerson('ada@kiln.test');
    const input = {
      email: 'carl@orion.test',
      name: 'Carl',
      kind: 'CLIENT',
      roles: ['CLIENT'],
      clientId,
    };
    expect(
      await caller.ask(
        'mutation($input: MemberInviteInput!) { memberInvite(input: $input) { invitation { id } errors { rule path } } }',
        { input },
      ),
    ).toEqual({
      memberInvite: {
        invitation: null,
        errors: [{ rule: 'REFERENCE_ARCHIVED', path: ['input', 'clientId'] }],
      },
    });
  });
});
