import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityHouse, openIdentityHouse } from './support/house.js';

let house: IdentityHouse;
let emil: string;
beforeAll(async () => {
  house = await openIdentityHouse();
  emil = (await house.member({ email: 'emil@kiln.test', name: 'Emil' })).membershipId;
});
afterAll(() => house.close());

const as = async (email: string) => (await house.asPerson(email)).caller;
const MEMBER = `query($id: ID!) { membership(id: $id) {
  viewerCanRename viewerCanChangeRoles viewerCanDeactivate viewerCanReactivate } }`;

async function buttons(email: string): Promise<string[]> {
  const caller = await as(email);
  const { membership } = await caller.ask<{ membership: Record<string, boolean> }>(MEMBER, {
    id: emil,
  });
  return Object.keys(membership).filter((name) => membership[name]);
}

interface Invitations {
  readonly invitations: {
    nodes: {
      name: string;
      status: string;
      isExpired: boolean;
      sentAt: string;
      invitedBy: { name: string } | null;
      viewerCanResend: boolean;
      viewerCanRevoke: boolean;
    }[];
  };
}
const INVITATIONS = `query($filter: InvitationFilter) { invitations(filter: $filter) { nodes {
  name status isExpired sentAt expiresAt invitedBy { name } viewerCanResend viewerCanRevoke } } }`;
const invite = (email: string, name: string) =>
  `mutation { memberInvite(input: { email: "${email}", name: "${name}", roles: ["EMPLOYEE"] }) { invitation { id } } }`;

describe('what may be done', () => {
  it('with a member follows the caller and the state', async () => {
    expect(await buttons('ada@kiln.test')).toEqual([
      'viewerCanRename',
      'viewerCanChangeRoles',
      'viewerCanDeactivate',
    ]);
    expect(await buttons('emil@kiln.test')).toEqual(['viewerCanRename']);
    const ada = await as('ada@kiln.test');
    await ada.ask(
      'mutation($id: ID!) { membershipDeactivate(input: { id: $id }) { errors { code } } }',
      { id: emil },
    );
    expect(await buttons('ada@kiln.test')).toEqual([
      'viewerCanRename',
      'viewerCanDeactivate',
      'viewerCanReactivate',
    ]);
    await ada.ask(
      'mutation($id: ID!) { membershipReactivate(input: { id: $id }) { errors { code } } }',
      { id: emil },
    );
  });

  it('with the tenant follows the caller', async () => {
    const query = '{ tenant { viewerCanInvite viewerCanEditSettings viewerCanEditBranding } }';
    const all = (may: boolean) => ({
      tenant: { viewerCanInvite: may, viewerCanEditSettings: may, viewerCanEditBranding: may },
    });
    expect(await (await as('ada@kiln.test')).ask(query)).toEqual(all(true));
    expect(await (await as('emil@kiln.test')).ask(query)).toEqual(all(false));
  });

  it('with an invitation follows its state, and what waits in vain is told apart', async () => {
    const ada = await as('ada@kiln.test');
    const { memberInvite } = await ada.ask<{ memberInvite: { invitation: { id: string } } }>(
      invite('noa@kiln.test', 'Noa'),
    );
    house.clock.advance(8 * 86_400_000);
    const later = await as('ada@kiln.test');
    await later.ask(invite('ole@kiln.test', 'Ole'));
    const list = async (filter: object) => {
      const { invitations } = await later.ask<Invitations>(INVITATIONS, { filter });
      return invitations.nodes;
    };
    expect((await list({ isExpired: true })).map(({ name }) => name)).toEqual(['Noa']);
    expect((await list({ isExpired: false })).map(({ name }) => name)).toEqual(['Ole']);
    expect((await list({}))[1]).toMatchObject({
      isExpired: true,
      invitedBy: { name: 'Ada Admin' },
      viewerCanResend: true,
      viewerCanRevoke: true,
    });
    const { id } = memberInvite.invitation;
    const change = (mutation: string) =>
      later.ask(`mutation($id: ID!) { ${mutation}(input: { id: $id }) { errors { code } } }`, {
        id,
      });
    await change('invitationResend');
    expect((await list({}))[1]).toMatchObject({
      isExpired: false,
      sentAt: house.clock.now().toISOString(),
    });
    await change('invitationRevoke');
    expect((await list({}))[1]).toMatchObject({
      status: 'REVOKED',
      isExpired: false,
      viewerCanResend: false,
      viewerCanRevoke: false,
    });
  });
});

describe('who lists people sees live', () => {
  it('what becomes of members and invitations', async () => {
    const ada = await as('ada@kiln.test');
    // From here on, however late the subscriptions begin.
    const after = (await ada.execute('{ viewer { user { id } } }')).extensions?.sequence;
    const members = ada.subscribe(
      'subscription($after: String) { membershipsChanged(after: $after) { kind node { id roles status } } }',
      { after },
    );
    const invitations = ada.subscribe(
      'subscription($after: String) { invitationsChanged(after: $after) { kind node { name status } } }',
      { after },
    );
    const [member, invitation] = [members.next(), invitations.next()];
    await ada.ask(invite('pia@kiln.test', 'Pia'));
    await ada.ask(
      'mutation($id: ID!) { membershipChangeRoles(input: { id: $id, roles: ["AUDITOR"] }) { errors { code } } }',
      { id: emil },
    );
    expect((await invitation).value?.data).toEqual({
      invitationsChanged: { kind: 'InvitationSent', node: { name: 'Pia', status: 'OPEN' } },
    });
    expect((await member).value?.data).toEqual({
      membershipsChanged: {
        kind: 'UserRolesChanged',
        node: { id: emil, roles: ['AUDITOR'], status: 'ACTIVE' },
      },
    });
    await Promise.all([members.return(undefined), invitations.return(undefined)]);
  });

  it('no invitations without the right to invite', async () => {
    const emilCaller = await as('emil@kiln.test');
    const { value } = await emilCaller
      .subscribe('subscription { invitationsChanged { kind } }')
      .next();
    expect(value?.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
