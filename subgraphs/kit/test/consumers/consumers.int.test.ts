import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '@nexus/kit/consumers';
import { openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import pg from 'pg';
import {
  broken,
  counter,
  counterProjection,
  counting,
  followedProjection,
  handled,
} from '../support/counter.js';
import { eventually } from '../support/eventually.js';

const writer = staff(['counting:read', 'counting:write']);
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
});
afterAll(() => house.close());

const open = (id: string, principal = writer) =>
  house.write(principal, (tx) => tx.run(counter, id, { type: 'Open', id, owner: 'Ida' }));
const count = (id: string, by = 1) =>
  house.write(writer, (tx) => tx.run(counter, id, { type: 'Count', id, by }));
const followed = () => house.as(writer).ask<{ followed: number }>('{ followed }');

describe('consumers', () => {
  it('are waited for at the fence', async () => {
    await open('f1');
    await count('f1', 7);
    expect(await followed()).toEqual({ followed: 7 });
  });

  it('see each event of a stream in order, once', async () => {
    await open('ordered');
    for (let i = 0; i < 5; i++) await count('ordered');
    await eventually(
      'six events handled',
      () => handled.filter((entry) => entry.startsWith('counter-ordered')).length === 6,
    );
    expect(handled.filter((entry) => entry.startsWith('counter-ordered'))).toEqual(
      [1, 2, 3, 4, 5, 6].map((version) => `counter-ordered@${version}`),
    );
  });

  it('park what they cannot handle with its later siblings, go on with others, and replay in order', async () => {
    broken.add('sick');
    await open('sick');
    await count('sick');
    await open('healthy');
    const parked = () => house.runtime.consumers.parked('counting.watcher');
    await eventually('two events parked', async () => (await parked()).length === 2);
    await eventually('the healthy one handled', () => handled.includes('counter-healthy@1'));
    expect(await parked()).toMatchObject([
      { stream: 'counter-sick', version: 1, error: 'the watcher is broken', attempts: 5 },
      { stream: 'counter-sick', version: 2, error: 'an earlier event of this stream is parked' },
    ]);
    expect(await house.runtime.consumers.replay('counting.watcher')).toBe(0);

    broken.clear();
    const replay = () => house.runtime.consumers.replay('counting.watcher');
    const replayed = await Promise.all([replay(), replay()]);
    expect(replayed.reduce((sum, n) => sum + n)).toBe(2);
    expect(handled.filter((entry) => entry.startsWith('counter-sick'))).toEqual([
      'counter-sick@1',
      'counter-sick@2',
    ]);
    expect(await parked()).toEqual([]);
    await count('sick');
    await eventually('what follows handled', () => handled.includes('counter-sick@3'));
  });

  it('leave word of what they try again, of whose event it was, and of what waits for them', async () => {
    const standing = async () =>
      (await house.runtime.consumers.standings()).find(({ name }) => name === 'counting.watcher');
    broken.add('stumbling');
    await open('stumbling');
    await eventually('it tries again', async () => (await standing())?.retrying === true);
    expect(await standing()).toMatchObject({
      behind: 1,
      lastError: 'the watcher is broken',
      lastErrorTenant: testTenant(1),
    });
    broken.delete('stumbling');
    await house.settled(writer);
    expect(await standing()).toMatchObject({ behind: 0, behindSince: null, retrying: false });
    expect((await standing())?.lastErrorAt).toBeInstanceOf(Date);
  });

  it('handle what follows once another process has replayed what was parked', async () => {
    broken.add('mended');
    await open('mended');
    const parked = () => house.runtime.consumers.parked('counting.watcher');
    await eventually('one event parked', async () => (await parked()).length === 1);
    broken.clear();
    // All that this process could see of the other's replay.
    await house.database.sql(`DELETE FROM kit.parked_event WHERE stream = 'counter-mended'`);
    await count('mended');
    await eventually('what follows handled', () => handled.includes('counter-mended@2'));
    expect(await parked()).toEqual([]);
  });

  it('go on where another process has stopped', async () => {
    await open('handover');
    await house.settled(writer);
    const [before] = await house.database.sql<{ position: string }>(
      `SELECT position FROM kit.consumer WHERE name = 'counting.followed'`,
    );
    const second = await openSecond();
    try {
      for (let i = 0; i < 6; i++) await count('handover');
      await house.settled(writer);
      const [row] = await house.database.sql<{ total: number; seen: number }>(
        `SELECT total, seen FROM counting.followed WHERE id = 'handover'`,
      );
      // Two processes ran the same consumer: each event still had its effect once.
      expect(row).toEqual({ total: 6, seen: 7 });
      expect(before).toBeDefined();
    } finally {
      await second();
    }
  });
});

/** A second set of consumers on the same database, as another process would run them. */
async function openSecond(): Promise<() => Promise<void>> {
  const { ConsumerRuntime } = await import('@nexus/kit/consumers');
  const { consumersOf } = await import('@nexus/kit/graph');
  const runtime = new ConsumerRuntime(house.kernel, consumersOf(counting));
  await runtime.start();
  return () => runtime.stop();
}

describe('a rebuild', () => {
  it('gives the rows that were there, while reads and writes go on', async () => {
    for (let i = 0; i < 30; i++) await open(`r${i}`);
    let writing = true;
    let written = 0;
    const writes = (async () => {
      while (writing) {
        await count(`r${written % 30}`);
        written++;
        const { counters } = await house
          .as(writer)
          .ask<{ counters: { nodes: unknown[] } }>('{ counters(first: 1) { nodes { id } } }');
        expect(counters.nodes).toHaveLength(1);
        if (written >= 280) break;
      }
    })();
    for (const projection of [counterProjection, counterProjection]) {
      const report = await rebuild(house.kernel, house.database.ownerUrl, projection);
      expect(report.events).toBeGreaterThan(30);
    }
    writing = false;
    await writes;
    const rows = await house.database.sql(`
      SELECT c.id, c.total, c.seen, count(e.*)::int AS events, coalesce(sum((e.data->>'by')::int), 0)::int AS counted
      FROM counting.counter c JOIN kit.event e ON e.stream = 'counter-' || c.id AND e.tenant_id = c.tenant_id
      WHERE c.id LIKE 'r_' OR c.id LIKE 'r__' GROUP BY 1, 2, 3`);
    expect(
      rows.filter(({ total, seen, events, counted }) => total !== counted || seen !== events),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(30);
  });

  it('leaves the table as it was: indexes, policies, rights', async () => {
    const shape = () =>
      house.database.sql(
        `SELECT (SELECT array_agg(regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX \\S+ ON', 'INDEX ON') ORDER BY 1)
             FROM pg_index i WHERE i.indrelid = c.oid) AS indexes,
           (SELECT array_agg(p.polname::text ORDER BY 1) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
           c.relrowsecurity, c.relforcerowsecurity, c.relacl::text
         FROM pg_class c WHERE c.oid = 'counting.counter'::regclass`,
      );
    const before = await shape();
    await rebuild(house.kernel, house.database.ownerUrl, counterProjection);
    expect(await shape()).toEqual(before);
    expect(before[0]?.indexes).toHaveLength(2);
  });

  it('of a projection that follows continues with the consumer', async () => {
    await house.settled(writer);
    const before = await followed();
    await rebuild(house.kernel, house.database.ownerUrl, followedProjection);
    expect(await followed()).toEqual(before);
    await open('after-rebuild');
    await count('after-rebuild', 3);
    expect((await followed()).followed).toBe(before.followed + 3);
  });

  it('forgets what was parked: the fresh table has it, and a replay would count it twice', async () => {
    await open('parked-once');
    await count('parked-once', 4);
    await house.settled(writer);
    await house.database.sql(
      `INSERT INTO kit.parked_event VALUES ($1, 'counting.followed', 'counter-parked-once', 2, 'counting.Counted', 'x', 1, now())`,
      [testTenant(1)],
    );
    await rebuild(house.kernel, house.database.ownerUrl, followedProjection);
    expect(await house.runtime.consumers.parked('counting.followed')).toEqual([]);
  });

  it('is refused while the same projection is being rebuilt, and leaves the other one’s table alone', async () => {
    const other = new pg.Client({ connectionString: house.database.ownerUrl });
    await other.connect();
    try {
      await other.query(`SELECT pg_advisory_lock(hashtextextended('rebuild:counting.counter', 0))`);
      await other.query('CREATE TABLE counting.counter__shadow (id text)');
      await expect(
        rebuild(house.kernel, house.database.ownerUrl, counterProjection),
      ).rejects.toMatchObject({ name: 'RebuildInProgress' });
      const { rows } = await other.query(
        `SELECT to_regclass('counting.counter__shadow') AS shadow`,
      );
      expect(rows[0]?.shadow).toBe('counting.counter__shadow');
    } finally {
      await other.end();
    }
    await rebuild(house.kernel, house.database.ownerUrl, counterProjection);
  });

  it('keeps every tenant its own', async () => {
    await open('elsewhere', staff(['counting:write'], { tenantId: testTenant(2) }));
    await rebuild(house.kernel, house.database.ownerUrl, counterProjection);
    const rows = await house.database.sql(
      `SELECT tenant_id FROM counting.counter WHERE id = 'elsewhere'`,
    );
    expect(rows).toEqual([{ tenant_id: testTenant(2) }]);
  });
});
