import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { provisionTenant } from '../src/index.js';
import {
  type IdentityHouse,
  openIdentityHouse,
  PASSWORD,
  type Tokens,
  type UserErrorData,
} from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
});
afterAll(() => house.close());

interface Invited {
  memberInvite: { invitation: { id: string; status: string } | null; errors: UserErrorData[] };
}
interface Accepted {
  invitationAccept: { session: Tokens | null; errors: UserErrorData[] };
}
const INVITE = `mutation($input: MemberInviteInput!) {
  memberInvite(input: $input) { invitation { id status email roles } errors { code rule message path } } }`;
const ACCEPT = `mutation($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) { session { id accessToken refreshToken } errors { code rule message path } } }`;

const accept = async (input: object) =>
  (
    await house.anonymous.ask<Accepted>(ACCEPT, {
      input: { name: 'Noor Nowak', password: PASSWORD, ...input },
    })
  ).invitationAccept;

async function inviteAs(email: string, input: object) {
  const { caller } = await house.asPerson(email);
  const wish = { name: 'Noor Nowak', roles: ['EMPLOYEE'], ...input };
  return (await caller.ask<Invited>(INVITE, { input: wish })).memberInvite;
}
const invite = (input: object) => inviteAs('ada@kiln.test', input);

describe('joining by invitation', () => {
  it('goes from the mail to a session, once', async () => {
    const invited = await invite({ email: 'noor@kiln.test' });
    expect(invited).toMatchObject({
      invitation: { status: 'OPEN', roles: ['EMPLOYEE'] },
      errors: [],
    });
    const token = await house.tokenMailedTo('noor@kiln.test');
    const { session, errors } = await accept({ token });
    expect(errors).toEqual([]);
    const principal = await house.principals.resolve(session?.accessToken ?? '');
    expect(principal).toMatchObject({
      roles: ['EMPLOYEE'],
      kind: 'STAFF',
      tenantId: house.tenantId,
    });
    expect((await accept({ token })).errors[0]).toMatchObject({
      rule: 'TOKEN_INVALID',
      path: ['input', 'token'],
    });
    expect((await house.signIn('noor@kiln.test')).errors).toEqual([]);
    const { caller } = await house.asPerson('ada@kiln.test');
    expect(
      await caller.ask(
        '{ users(search: "noor") { nodes { name email status roles memberships { kind } } } }',
      ),
    ).toEqual({
      users: {
        nodes: [
          {
            name: 'Noor Nowak',
            email: 'noor@kiln.test',
            status: 'ACTIVE',
            roles: ['EMPLOYEE'],
            memberships: [{ kind: 'STAFF' }],
          },
        ],
      },
    });
  });

  it('keeps the rules of passwords', async () => {
    await invite({ email: 'ivo.iversen@kiln.test' });
    const token = await house.tokenMailedTo('ivo.iversen@kiln.test');
    const rule = async (password: string) =>
      (await accept({ token, password, name: 'Ivo Iversen' })).errors[0]?.rule;
    expect(await rule('too short')).toBe('PASSWORD_TOO_SHORT');
    expect(await rule('x'.repeat(129))).toBe('PASSWORD_TOO_LONG');
    expect(await rule('1qazxsw23edcvfr4')).toBe('PASSWORD_BREACHED');
    expect(await rule('my name is Iversen')).toBe('PASSWORD_GUESSABLE');
    expect(await rule('I bake at the kiln')).toBe('PASSWORD_GUESSABLE');
    expect(await rule(PASSWORD)).toBeUndefined();
  });

  it('opens an account that exists by its own password only', async () => {
    const { tenantId } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
      country: 'FR',
    });
    await house.member({
      tenantId,
      email: 'rita@rook.test',
      name: 'Rita',
      roles: ['TENANT_ADMIN'],
    });
    await inviteAs('rita@rook.test', { email: 'ada@kiln.test' });
    const token = await house.tokenMailedTo('ada@kiln.test');
    expect((await accept({ token, password: 'another fine sentence' })).errors[0]?.rule).toBe(
      'INVALID_CREDENTIALS',
    );
    const { session } = await accept({ token, name: 'Ada' });
    expect(await house.principals.resolve(session?.accessToken ?? '')).toMatchObject({
      tenantId,
      roles: ['EMPLOYEE'],
    });
  });

  it('leaves the choice between several memberships at sign-in', async () => {
    const { caller } = await house.asPerson('ada@kiln.test');
    const { viewer } = await caller.ask<{
      viewer: { memberships: { id: string; tenantName: string; current: boolean }[] };
    }>('{ viewer { memberships { id tenantName roles current } } }');
    const names = viewer.memberships.map(({ tenantName }) => tenantName).sort();
    expect(names).toEqual(['Kiln & Co', 'Rook']);
    for (const { id, tenantName } of viewer.memberships) {
      const { session } = await house.signIn('ada@kiln.test', PASSWORD, { membershipId: id });
      const principal = await house.principals.resolve(session?.accessToken ?? '');
      expect(principal).toMatchObject({ membershipId: id });
      expect(principal?.tenantId === house.tenantId).toBe(tenantName === 'Kiln & Co');
    }
    const strange = { membershipId: `mem_${'0'.repeat(26)}` };
    const refused = await house.signIn('ada@kiln.test', PASSWORD, strange);
    expect(refused.errors[0]?.rule).toBe('INVALID_CREDENTIALS');
  });

  it('refuses a second invitation, and one on behalf of a client that is not there', async () => {
    await invite({ email: 'lea@kiln.test' });
    expect((await invite({ email: 'LEA@kiln.test' })).errors[0]).toMatchObject({
      code: 'TAKEN',
      rule: 'MEMBER_EXISTS',
      path: ['input', 'email'],
    });
    const clientId = `cli_${'0'.repeat(26)}`;
    expect(
      (await invite({ email: 'x@y.test', kind: 'CLIENT', roles: ['CLIENT'], clientId })).errors[0],
    ).toMatchObject({
      rule: 'REFERENCE_UNKNOWN',
      path: ['input', 'clientId'],
    });
    expect((await invite({ email: 'no address' })).errors[0]).toMatchObject({
      rule: 'EMAIL_INVALID',
    });
    expect((await invite({ email: 'a@b.test', roles: ['CHIEF'] })).errors[0]).toMatchObject({
      rule: 'ROLE_UNKNOWN',
    });
    expect((await invite({ email: 'a@b.test', roles: ['CLIENT'] })).errors[0]).toMatchObject({
      rule: 'ROLE_KIND_MISMATCH',
    });
  });

  it('resends with a new token, revokes, and expires', async () => {
    const { invitation } = await invite({ email: 'mio@kiln.test' });
    const first = await house.tokenMailedTo('mio@kiln.test');
    const { caller } = await house.asPerson('ada@kiln.test');
    house.clock.advance(1_000);
    const variables = { id: invitation?.id };
    await caller.ask(
      'mutation($id: ID!) { invitationResend(input: { id: $id }) { errors { rule } } }',
      variables,
    );
    const second = await house.tokenMailedTo('mio@kiln.test');
    expect(second).not.toBe(first);
    expect((await accept({ token: first })).errors[0]?.rule).toBe('TOKEN_INVALID');
    const revoke =
      'mutation($id: ID!) { invitationRevoke(input: { id: $id }) { invitation { status } errors { rule } } }';
    expect(await caller.ask(revoke, variables)).toEqual({
      invitationRevoke: { invitation: { status: 'REVOKED' }, errors: [] },
    });
    expect((await accept({ token: second })).errors[0]?.rule).toBe('TOKEN_INVALID');
    const resend =
      'mutation($id: ID!) { invitationResend(input: { id: $id }) { errors { rule } } }';
    expect(await caller.ask(resend, variables)).toEqual({
      invitationResend: { errors: [{ rule: 'INVITATION_NOT_OPEN' }] },
    });
    await invite({ email: 'mio@kiln.test' });
    const third = await house.tokenMailedTo('mio@kiln.test');
    house.clock.advance(7 * 86_400_000 + 1);
    expect((await accept({ token: third })).errors[0]?.rule).toBe('TOKEN_INVALID');
  });
});

describe('the mailbox of development', () => {
  it('shows administrators their tenant’s mails, and nobody else anything', async () => {
    await house.member({ email: 'emp@kiln.test', name: 'Emil' });
    await house.deliver();
    const query = '{ devMailbox { nodes { to subject text } pageInfo { hasNextPage } } }';
    const emil = await house.asPerson('emp@kiln.test');
    expect((await emil.caller.execute(query)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
    const rita = await house.asPerson('rita@rook.test');
    const { devMailbox } = await rita.caller.ask<{
      devMailbox: { nodes: { to: string; text: string }[] };
    }>(query);
    expect(devMailbox.nodes.map(({ to }) => to)).toEqual(['ada@kiln.test']);
    expect(devMailbox.nodes[0]?.text).toContain('Rook invites you');
  });
});

describe('tenants', () => {
  it('are listed for the operator alone; nobody looks into another', async () => {
    const operator = await house.asPerson('op@platform.test');
    expect(operator.principal).toMatchObject({ kind: 'OPERATOR', tenantId: PLATFORM_TENANT });
    expect(
      await operator.caller.ask('{ tenants { nodes { slug kind } } users { nodes { name } } }'),
    ).toEqual({
      tenants: {
        nodes: [
          { slug: 'platform', kind: 'PLATFORM' },
          { slug: 'kiln', kind: 'BUSINESS' },
          { slug: 'rook', kind: 'BUSINESS' },
        ],
      },
      users: { nodes: [{ name: 'Olga Operator' }] },
    });
    const rita = await house.asPerson('rita@rook.test');
    const refused = await rita.caller.execute('{ tenants { nodes { slug } } }');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('have a slug of their own', async () => {
    const wish = { name: 'Other', timeZone: 'UTC', locale: 'en', currency: 'EUR', country: 'DE' };
    await expect(provisionTenant(house, { ...wish, slug: 'kiln' })).rejects.toThrow('SLUG_TAKEN');
    await expect(provisionTenant(house, { ...wish, slug: 'No Slug' })).rejects.toThrow(
      'SLUG_INVALID',
    );
    await expect(
      provisionTenant(house, { ...wish, slug: 'ok-slug', timeZone: 'Mars/Base' }),
    ).rejects.toThrow('INPUT_INVALID');
  });
});
