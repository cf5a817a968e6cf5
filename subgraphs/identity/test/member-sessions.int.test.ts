import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provisionTenant } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse, type UserErrorData } from './support/house.js';

const USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';

let house: IdentityHouse;
let emil: { userId: string; membershipId: string };
beforeAll(async () => {
  house = await openIdentityHouse();
  emil = await house.member({ email: 'emil@kiln.test', name: 'Emil' });
  await house.member({ email: 'mia@kiln.test', name: 'Mia' });
});
afterAll(() => house.close());

interface Session {
  readonly id: string;
  readonly ip: string | null;
  readonly device: { browser: string | null; system: string | null };
  readonly current: boolean;
  readonly viewerCanEnd: boolean;
}
interface Seen {
  readonly membership: { sessions: Session[] | null; viewerCanEndSessions: boolean } | null;
}
const SEEN = `query($id: ID!) { membership(id: $id) { viewerCanEndSessions
  sessions { id ip device { browser system } startedAt usedAt current viewerCanEnd } } }`;

async function seenBy(email: string, id = emil.membershipId): Promise<Seen['membership']> {
  const { caller } = await house.asPerson(email);
  return (await caller.ask<Seen>(SEEN, { id })).membership;
}

async function end(as: string, input: object) {
  const { caller } = await house.asPerson(as);
  const { membershipEndSessions } = await caller.ask<{
    membershipEndSessions: { ended: number | null; errors: UserErrorData[] };
  }>(
    `mutation($input: MembershipEndSessionsInput!) { membershipEndSessions(input: $input) { ended errors { code rule path } } }`,
    { input },
  );
  return membershipEndSessions;
}

describe('sessions of a member', () => {
  it('tell device and address, to the member and to administrators', async () => {
    const { session } = await house.signIn('emil@kiln.test', undefined, { userAgent: USER_AGENT });
    const seen = await seenBy('ada@kiln.test');
    expect(seen?.viewerCanEndSessions).toBe(true);
    expect(seen?.sessions).toEqual([
      expect.objectContaining({
        id: session?.id,
        ip: '127.0.0.1',
        device: { browser: 'Firefox', system: 'Windows' },
        current: false,
        viewerCanEnd: true,
      }),
    ]);
    const own = await seenBy('emil@kiln.test');
    expect(own?.sessions?.map(({ current }) => current)).toEqual([false, true]);
    const colleague = await seenBy('mia@kiln.test');
    expect(colleague).toEqual({ sessions: null, viewerCanEndSessions: false });
  });

  it('keep device and address out of tables in the clear', async () => {
    const rows = await house.database.sql<{ row: string }>(
      `SELECT s::text || encode(s.origin, 'escape') AS row FROM identity.session s`,
    );
    const events = await house.database.sql<{ row: string }>(
      `SELECT data::text AS row FROM kit.event WHERE type = 'identity.SessionStarted'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of [...rows, ...events]) {
      expect(row).not.toContain('Firefox');
      expect(row).not.toContain('127.0.0.1');
    }
  });

  it('are ended one by one, or all', async () => {
    const [first, second] = [
      await house.asPerson('emil@kiln.test'),
      await house.asPerson('emil@kiln.test'),
    ];
    const one = { id: emil.membershipId, sessionId: first.tokens.id };
    expect(await end('ada@kiln.test', one)).toEqual({ ended: 1, errors: [] });
    expect(await end('ada@kiln.test', one)).toEqual({ ended: 0, errors: [] });
    expect((await house.refresh(first.tokens.refreshToken)).errors[0]?.rule).toBe(
      'SESSION_EXPIRED',
    );
    expect((await house.refresh(second.tokens.refreshToken)).errors).toEqual([]);
    const all = await end('ada@kiln.test', { id: emil.membershipId });
    expect(all.ended).toBeGreaterThan(0);
    expect((await seenBy('ada@kiln.test'))?.sessions).toEqual([]);
    const told = await house.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM kit.event WHERE type = 'identity.SessionEnded' AND data->>'reason' = 'REMOTE'`,
    );
    expect(told[0]?.n).toBe(1 + (all.ended ?? 0));
  });

  it('of one’s own are ended but for the one that asks', async () => {
    await house.signIn('emil@kiln.test');
    const ended = await end('emil@kiln.test', { id: emil.membershipId });
    expect(ended).toEqual({ ended: 1, errors: [] });
    expect((await seenBy('ada@kiln.test'))?.sessions).toHaveLength(1);
  });

  it('are not ended by colleagues, nor through another membership, nor across tenants', async () => {
    expect((await end('mia@kiln.test', { id: emil.membershipId })).errors[0]?.rule).toBe(
      'NOT_ALLOWED',
    );
    const mia = await house.asPerson('mia@kiln.test');
    const wrong = await end('ada@kiln.test', {
      id: emil.membershipId,
      sessionId: mia.tokens.id,
    });
    expect(wrong.errors[0]).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'sessionId'] });
    const { tenantId } = await provisionTenant(house, {
      name: 'Rook',
      slug: 'rook',
      timeZone: 'UTC',
      locale: 'en',
      currency: 'EUR',
      country: 'FR',
    });
    const rook = { tenantId, email: 'rita@rook.test', name: 'Rita', roles: ['TENANT_ADMIN'] };
    const rita = await house.member(rook);
    const theirs = await end('ada@kiln.test', { id: rita.membershipId });
    expect(theirs).toEqual(await end('ada@kiln.test', { id: `mem_${'0'.repeat(26)}` }));
    expect(theirs.errors[0]?.code).toBe('NOT_FOUND');
  });
});
