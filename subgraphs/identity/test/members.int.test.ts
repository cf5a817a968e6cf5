import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionTenant } from '../src/index.js';
import { jobs } from '../src/reactions/jobs.js';
import { type IdentityHouse, openIdentityHouse, type UserErrorData } from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
});
afterAll(() => house.close());

interface Changed {
  [mutation: string]: {
    membership: { status: string; roles: string[]; version: number } | null;
    errors: UserErrorData[];
  };
}
const FIELDS = 'membership { status roles version } errors { code rule path }';

async function change(as: string, mutation: string, input: object) {
  const { caller } = await house.asPerson(as);
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await caller.ask<Changed>(
    `mutation($input: ${type}!) { ${mutation}(input: $input) { ${FIELDS} } }`,
    { input },
  );
  return answer[mutation] as Changed[string];
}

async function eventually(check: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < 1_000; waited += 20) {
    if (await check()) return true;
    await sleep(20);
  }
  return false;
}

describe('members', () => {
  it('get other roles, and other rights with them within a second', async () => {
    const { membershipId } = await house.member({ email: 'mia@kiln.test', name: 'Mia' });
    const { tokens, principal } = await house.asPerson('mia@kiln.test');
    expect(principal.scopes).not.toContain('billing:pay');
    const roles = ['EMPLOYEE', 'ENGAGEMENT_MANAGER'];
    expect(
      await change('ada@kiln.test', 'membershipChangeRoles', { id: membershipId, roles }),
    ).toMatchObject({
      membership: { roles, version: 2 },
      errors: [],
    });
    const scopesNow = async () =>
      (await house.principals.resolve(tokens.accessToken))?.scopes ?? [];
    expect(await eventually(async () => (await scopesNow()).includes('billing:pay'))).toBe(true);
    // What still runs with the old rights must end and be asked for anew.
    expect(await house.principals.stillAllowed(principal)).toBe(false);
    const stale = { id: membershipId, roles: ['EMPLOYEE'], expectedVersion: 1 };
    expect((await change('ada@kiln.test', 'membershipChangeRoles', stale)).errors[0]?.code).toBe(
      'STALE_VERSION',
    );
  });

  it('choose the name they go by, not that of others', async () => {
    const { membershipId } = await house.member({ email: 'eva@kiln.test', name: 'Eva' });
    const { caller } = await house.asPerson('eva@kiln.test');
    expect(
      (await change('eva@kiln.test', 'membershipRename', { id: membershipId, name: 'Eva Ek' }))
        .errors,
    ).toEqual([]);
    expect(
      await caller.ask('{ viewer { user { name } } users(search: "eva e") { nodes { name } } }'),
    ).toEqual({
      viewer: { user: { name: 'Eva Ek' } },
      users: { nodes: [{ name: 'Eva Ek' }] },
    });
    const ada = await house.asPerson('ada@kiln.test');
    const theirs = { id: ada.principal.membershipId, name: 'Somebody' };
    expect((await change('eva@kiln.test', 'membershipRename', theirs)).errors[0]).toMatchObject({
      rule: 'NOT_ALLOWED',
    });
  });

  it('are shut out with all sessions, and let in again', async () => {
    const { membershipId } = await house.member({ email: 'ivo@kiln.test', name: 'Ivo' });
    const first = await house.asPerson('ivo@kiln.test');
    const second = await house.asPerson('ivo@kiln.test');
    const out = await change('ada@kiln.test', 'membershipDeactivate', { id: membershipId });
    expect(out).toMatchObject({ membership: { status: 'SUSPENDED' }, errors: [] });
    for (const { tokens } of [first, second]) {
      expect(
        await eventually(async () => !(await house.principals.resolve(tokens.accessToken))),
      ).toBe(true);
      expect((await house.refresh(tokens.refreshToken)).errors[0]?.rule).toBe('SESSION_EXPIRED');
    }
    expect((await house.signIn('ivo@kiln.test')).errors[0]?.rule).toBe('INVALID_CREDENTIALS');
    const again = await change('ada@kiln.test', 'membershipDeactivate', { id: membershipId });
    expect(again.errors[0]?.rule).toBe('MEMBERSHIP_STATE_INVALID');
    await change('ada@kiln.test', 'membershipReactivate', { id: membershipId });
    expect((await house.signIn('ivo@kiln.test')).errors).toEqual([]);
  });

  it('whose sessions ended with their membership are told of in the log by a job', async () => {
    await jobs.find(({ name }) => name === 'identity.tell-ended-sessions')?.run(house.runtime, {});
    const told = await house.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM kit.event WHERE type = 'identity.SessionEnded' AND data->>'reason' = 'DEPROVISIONED'`,
    );
    expect(told[0]?.n).toBe(2);
  });

  it('keep a last administrator, also when two remove one another at once', async () => {
    const ada = await house.asPerson('ada@kiln.test');
    const own = ada.principal.membershipId;
    const wish = { id: own, cause: 'REMOVED' };
    expect((await change('ada@kiln.test', 'membershipDeactivate', wish)).errors[0]).toMatchObject({
      rule: 'LAST_ADMIN',
      path: ['input', 'id'],
    });
    const roles = { id: own, roles: ['EMPLOYEE'] };
    expect((await change('ada@kiln.test', 'membershipChangeRoles', roles)).errors[0]?.rule).toBe(
      'LAST_ADMIN',
    );
    const bea = await house.member({
      email: 'bea@kiln.test',
      name: 'Bea',
      roles: ['TENANT_ADMIN'],
    });
    const beaCaller = (await house.asPerson('bea@kiln.test')).caller;
    const mutation = `mutation($id: ID!) { membershipDeactivate(input: { id: $id }) { ${FIELDS} } }`;
    const both = await Promise.all([
      ada.caller.ask<Changed>(mutation, { id: bea.membershipId }),
      beaCaller.ask<Changed>(mutation, { id: own }),
    ]);
    const rules = both.map(({ membershipDeactivate }) => membershipDeactivate?.errors[0]?.rule);
    expect(rules.filter((rule) => rule === undefined)).toHaveLength(1);
    expect(rules.filter((rule) => rule === 'LAST_ADMIN')).toHaveLength(1);
  });

  it('of another tenant are answered like absent ones', async () => {
    const { tenantId } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
      country: 'FR',
    });
    const rita = await house.member({
      tenantId,
      email: 'rita@rook.test',
      name: 'Rita',
      roles: ['TENANT_ADMIN'],
    });
    await house.member({ email: 'cleo@kiln.test', name: 'Cleo', roles: ['TENANT_ADMIN'] });
    const absent = `mem_${'0'.repeat(26)}`;
    for (const mutation of ['membershipDeactivate', 'membershipReactivate']) {
      const [theirs, none] = [
        await change('cleo@kiln.test', mutation, { id: rita.membershipId }),
        await change('cleo@kiln.test', mutation, { id: absent }),
      ];
      expect(theirs).toEqual(none);
      expect(theirs.errors[0]).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
    }
    const { caller } = await house.asPerson('cleo@kiln.test');
    const query = '{ user(id: $u) { id } membership(id: $m) { id } }'.replace(
      /^/,
      'query($u: ID!, $m: ID!) ',
    );
    const seen = await caller.ask(query, { u: rita.userId, m: rita.membershipId });
    expect(seen).toEqual({ user: null, membership: null });
    const reassign = {
      id: (await house.member({ email: 'dan@kiln.test', name: 'Dan' })).membershipId,
      reassignToUserId: rita.userId,
    };
    expect(
      (await change('cleo@kiln.test', 'membershipDeactivate', reassign)).errors[0],
    ).toMatchObject({
      rule: 'REFERENCE_UNKNOWN',
      path: ['input', 'reassignToUserId'],
    });
  });
});
