import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import { broken, counter, counting, handled } from '../../../subgraphs/kit/test/support/counter.js';
import { rebuildJob } from '../../src/operations/reactions/rebuild.job.js';
import { eventually } from '../support/eventually.js';
import { openOperationsHouse } from './support.js';

const SCOPES = [
  'counting:read',
  'counting:write',
  'identity:security:read',
  'operations:read',
  'operations:write',
];
const admin = staff(SCOPES);
const stranger = staff(SCOPES, { tenantId: testTenant(2), subject: testUser(2) });
const operator = staff([...SCOPES, 'operations:admin'], {
  tenantId: PLATFORM_TENANT,
  kind: 'OPERATOR',
  subject: testUser(3),
});

const PARKED = `{ parkedEvents { nodes { id consumer type error attempts isFirst waiting viewerCanReplay viewerCanSkip } totalCount }
  health { consumers { name state parked lastError lastErrorAt viewerCanRebuild rebuild { status replayed total } } tenants { id parked } } }`;
const REPLAY = `mutation($id: ID!) { parkedEventReplay(input: { id: $id }) { replayed remaining errors { rule message } } }`;
const SKIP = `mutation($id: ID!, $reason: String!) { parkedEventSkip(input: { id: $id, reason: $reason }) { remaining errors { rule } } }`;

interface Consumer {
  name: string;
  state: string;
  parked: number;
  lastError: string | null;
  lastErrorAt: string | null;
  rebuild: { status: string; replayed: number; total: number } | null;
}
interface Seen {
  parkedEvents: {
    nodes: { id: string; isFirst: boolean; waiting: number; error: string; attempts: number }[];
    totalCount: number;
  };
  health: { consumers: Consumer[]; tenants: { id: string; parked: number }[] | null };
}
interface Replayed {
  parkedEventReplay: { replayed: number | null; remaining: number; errors: { rule: string }[] };
}

let house: TestHouse;
beforeAll(async () => {
  house = await openOperationsHouse([counting]);
});
afterAll(() => house.close());

const open = (id: string, principal = admin) =>
  house.write(principal, (tx) => tx.run(counter, id, { type: 'Open', id, owner: 'Ida' }));
const count = (id: string, by = 1) =>
  house.write(admin, (tx) => tx.run(counter, id, { type: 'Count', id, by }));
const seen = (principal = admin) => house.as(principal, 'operations').ask<Seen>(PARKED);
const watcherOf = ({ health }: Seen) =>
  health.consumers.find(({ name }) => name === 'counting.watcher');
const replay = (id: string, principal = admin) =>
  house.as(principal, 'operations').ask<Replayed>(REPLAY, { id });
const types = async (principal = admin) => {
  const { auditTrail } = await house.as(principal, 'operations').ask<{
    auditTrail: { nodes: { type: string; changes: { field: string; value: unknown }[] }[] };
  }>('{ auditTrail(filter: { domain: "operations" }) { nodes { type changes { field value } } } }');
  return auditTrail.nodes;
};

/** Breaks a counter's watcher and lets two of its events be parked. */
async function parkTwo(id: string): Promise<Seen['parkedEvents']['nodes']> {
  broken.add(id);
  await open(id);
  await count(id);
  const before = async () => (await seen()).parkedEvents.nodes;
  await eventually(async () => (await before()).length === 2 || undefined);
  return before();
}

describe('an event that a consumer cannot handle', () => {
  it('is seen with its error, replayed once the cause is mended, and has its effect once', async () => {
    const [first, second] = await parkTwo('sick');
    expect([first, second]).toMatchObject([
      {
        consumer: 'counting.watcher',
        type: 'counting.Opened',
        error: 'the watcher is broken',
        attempts: 5,
        isFirst: true,
        waiting: 2,
        viewerCanReplay: true,
        viewerCanSkip: true,
      },
      { type: 'counting.Counted', isFirst: false, attempts: 0, viewerCanSkip: false },
    ]);
    expect(watcherOf(await seen())).toMatchObject({
      state: 'RUNNING',
      parked: 2,
      lastError: 'the watcher is broken',
      viewerCanRebuild: false,
    });

    const again = (await replay(second?.id ?? '')).parkedEventReplay;
    expect(again).toMatchObject({ replayed: 0, remaining: 2, errors: [{ rule: 'REPLAY_FAILED' }] });
    expect((await seen()).parkedEvents.nodes[0]?.attempts).toBe(6);

    broken.delete('sick');
    const both = await Promise.all([replay(first?.id ?? ''), replay(second?.id ?? '')]);
    const done = both.map(({ parkedEventReplay }) => parkedEventReplay.replayed ?? 0);
    expect(done.reduce((sum, n) => sum + n)).toBe(2);
    await count('sick');
    await house.settled(admin);
    expect(handled.filter((entry) => entry.startsWith('counter-sick'))).toEqual([
      'counter-sick@1',
      'counter-sick@2',
      'counter-sick@3',
    ]);
    expect((await seen()).parkedEvents.totalCount).toBe(0);
    expect((await types()).map(({ type }) => type)).toContain('operations.ParkedReplayRequested');
  });

  it('is skipped with a reason, the oldest first, and what waited behind it goes on', async () => {
    const [first, second] = await parkTwo('poison');
    const skip = (id: string, reason: string) =>
      house
        .as(admin, 'operations')
        .ask<{ parkedEventSkip: { remaining: number | null; errors: { rule: string }[] } }>(SKIP, {
          id,
          reason,
        });
    const refused = [
      await skip(first?.id ?? '', '  '),
      await skip(second?.id ?? '', 'Not this one'),
    ].map(({ parkedEventSkip }) => parkedEventSkip.errors[0]?.rule);
    expect(refused).toEqual(['INPUT_REQUIRED', 'PARKED_BEHIND_ANOTHER']);
    const { parkedEventSkip } = await skip(first?.id ?? '', 'Known to be broken');
    expect(parkedEventSkip).toEqual({ remaining: 1, errors: [] });
    broken.delete('poison');
    expect((await replay(second?.id ?? '')).parkedEventReplay.replayed).toBe(1);
    expect(handled.filter((entry) => entry.startsWith('counter-poison'))).toEqual([
      'counter-poison@2',
    ]);
    const [skipped] = (await types()).filter(({ type }) => type.endsWith('ParkedEventSkipped'));
    expect(skipped?.changes).toContainEqual({ field: 'reason', value: 'Known to be broken' });
  });

  it('is nobody else’s: another tenant sees and moves nothing, the operator counts', async () => {
    const [first] = await parkTwo('private');
    const id = first?.id ?? '';
    const theirs = await seen(stranger);
    expect(theirs.parkedEvents).toEqual({ nodes: [], totalCount: 0 });
    expect(theirs.health.tenants).toBeNull();
    // That something has failed is told; what it said is not.
    expect(watcherOf(theirs)).toMatchObject({ parked: 0, lastError: null });
    expect(watcherOf(theirs)?.lastErrorAt).not.toBeNull();
    expect((await replay(id, stranger)).parkedEventReplay.errors).toMatchObject([
      { rule: 'NOT_FOUND' },
    ]);
    const { _entities } = await house
      .as(stranger, 'operations')
      .ask<{ _entities: unknown[] }>(
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on ParkedEvent { id } } }',
        { r: [{ __typename: 'ParkedEvent', id }] },
      );
    expect(_entities).toEqual([null]);

    const all = await seen(operator);
    expect(all.parkedEvents.nodes).toEqual([]);
    expect(watcherOf(all)).toMatchObject({ parked: 2, lastError: 'the watcher is broken' });
    expect(all.health.tenants?.map(({ parked }) => parked)).toEqual([2]);
    broken.delete('private');
    expect((await replay(id)).parkedEventReplay.replayed).toBe(2);
  });
});

describe('a rebuild', () => {
  const REBUILD = `mutation($projection: String!) { projectionRebuild(input: { projection: $projection }) {
    rebuild { status } errors { rule } } }`;
  const ask = (principal: typeof admin, projection = 'counting.followed') =>
    house.as(principal, 'operations').execute(REBUILD, { projection });
  const followedOf = async () =>
    (await seen(operator)).health.consumers.find(({ name }) => name === 'counting.followed');

  it('is the operator’s alone, of what is a projection, one at a time', async () => {
    expect((await ask(admin)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const inTenant = { ...operator, kind: 'STAFF' as const, tenantId: testTenant(1) };
    const rule = async (principal: typeof admin, projection?: string) => {
      const data = (await ask(principal, projection)).data as {
        projectionRebuild: { errors: { rule: string }[] };
      };
      return data.projectionRebuild.errors[0]?.rule;
    };
    expect(await rule(inTenant)).toBe('NOT_ALLOWED');
    expect(await rule(operator, 'counting.watcher')).toBe('NOT_FOUND');
    expect(await rule(operator)).toBeUndefined();
    expect(await rule(operator)).toBe('REBUILD_UNDER_WAY');
    expect((await followedOf())?.rebuild?.status).toBe('REQUESTED');
  });

  it('is done while writes go on, counts nothing twice, and tells how far it is', async () => {
    const wrong = `UPDATE counting.followed SET total = 99 WHERE id = 'sick'`;
    await house.database.sql(wrong);
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing && i < 200; i++) {
        await open(`while-${i}`);
        await count(`while-${i}`, 2);
      }
    })();
    await rebuildJob.run(house.runtime, {});
    writing = false;
    await writer;
    await house.settled(admin);
    expect(await followedOf()).toMatchObject({ state: 'RUNNING', rebuild: { status: 'DONE' } });
    const { replayed, total } = (await followedOf())?.rebuild ?? {};
    expect(replayed).toBe(total);
    const rows = await house.database.sql(
      `SELECT c.id FROM counting.counter c LEFT JOIN counting.followed f USING (tenant_id, id)
       WHERE f.total IS DISTINCT FROM c.total OR f.seen IS DISTINCT FROM c.seen`,
    );
    expect(rows).toEqual([]);
    const told = (await types(operator)).map(({ type }) => type);
    expect(told).toEqual(
      expect.arrayContaining(['operations.RebuildRequested', 'operations.RebuildFinished']),
    );
  });
});
