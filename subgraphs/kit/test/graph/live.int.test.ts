import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeCursor, Transaction } from '@nexus/kit/events';
import { openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import type { ExecutionResult } from 'graphql';
import { counter, counting } from '../support/counter.js';

const writer = staff(['counting:read', 'counting:write']);
const SUBSCRIBE = `subscription($after: String) { counterChanged(after: $after) { sequence kind node { id total } } }`;
interface Change {
  counterChanged: { sequence: string; kind: string; node: { id: string; total: number } };
}

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
});
afterAll(() => house.close());

const open = (id: string, principal = writer) =>
  house.write(principal, (tx) => tx.run(counter, id, { type: 'Open', id, owner: 'Ida' }));
const count = (id: string) =>
  house.write(writer, (tx) => tx.run(counter, id, { type: 'Count', id, by: 1 }));

async function take(
  events: AsyncGenerator<ExecutionResult>,
  n: number,
): Promise<Change['counterChanged'][]> {
  const taken: Change['counterChanged'][] = [];
  while (taken.length < n) {
    const { value, done } = await events.next();
    if (done) break;
    expect(value.errors).toBeUndefined();
    taken.push((value.data as unknown as Change).counterChanged);
  }
  return taken;
}

describe('live events', () => {
  it('come after the commit, in order, of the own tenant alone', async () => {
    const events = house.as(writer).subscribe(SUBSCRIBE);
    const first = take(events, 3);
    await sleep(100); // it begins where the log stands when it begins
    await open('l1');
    await open('foreign', staff(['counting:write'], { tenantId: testTenant(2) }));
    await count('l1');
    await count('l1');
    expect((await first).map(({ kind, node }) => [kind, node.id])).toEqual([
      ['Opened', 'l1'],
      ['Counted', 'l1'],
      ['Counted', 'l1'],
    ]);
    await events.return(undefined);
  });

  it('resume behind a sequence without gap or double, into the live ones', async () => {
    const watch = house.as(writer).subscribe(SUBSCRIBE);
    const seen = take(watch, 1);
    await sleep(100);
    await open('l2');
    const [last] = await seen;
    await watch.return(undefined);
    for (let i = 0; i < 4; i++) await count('l2');
    const resumed = house.as(writer).subscribe(SUBSCRIBE, { after: last?.sequence });
    const rest = take(resumed, 6);
    await count('l2');
    await count('l2');
    const sequences = (await rest).map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort());
    expect(sequences).toHaveLength(6);
    await resumed.return(undefined);
  });

  it('go on behind an answer, with all that it does not know', async () => {
    await open('l3');
    await count('l3');
    const { data, extensions } = await house.as(writer).execute('{ counter(id: "l3") { total } }');
    await count('l3');
    const events = house.as(writer).subscribe(SUBSCRIBE, { after: extensions?.sequence });
    const heard = take(events, 2);
    await count('l3');
    expect(data).toEqual({ counter: { total: 1 } });
    // What the answer knows already may come as well, where the tailer was behind.
    expect((await heard).map(({ node }) => node.id)).toEqual(['l3', 'l3']);
    await events.return(undefined);
  });

  it('refuse a sequence that was never given out', async () => {
    const { value } = await house.as(writer).subscribe(SUBSCRIBE, { after: 'nonsense' }).next();
    expect((value as ExecutionResult).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('need the scope', async () => {
    const { value } = await house.as(staff([])).subscribe(SUBSCRIBE).next();
    expect((value as ExecutionResult).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a subscription', () => {
  it('begins with what is committed after it, also where the tailer is behind or a transaction began earlier', async () => {
    await open('past');
    const early = await Transaction.begin(
      house.kernel.database,
      { tenantId: testTenant(1), clientId: null },
      'READ WRITE',
    );
    await early.sql('SELECT pg_current_xact_id()');
    await count('past');
    const events = house.as(writer).subscribe(SUBSCRIBE);
    const first = take(events, 1);
    await sleep(50);
    await early.sql(
      `INSERT INTO kit.event (epoch, id, tenant_id, stream, version, type, type_version, data, occurred_at, actor_type, actor_id, correlation_id)
       VALUES (1, gen_random_uuid(), $1, 'counter-past', 3, 'counting.Counted', 2, '{"counterId": "past", "by": 1}', now(), 'service', 'test', 'c')`,
      [testTenant(1)],
    );
    const before = await house.database.sql<{ n: number }>(
      `SELECT max(version) AS n FROM kit.event WHERE stream = 'counter-past'`,
    );
    await early.commit();
    house.kernel.commits.raise();
    const [event] = await first;
    const [stored] = await house.database.sql<{ xid: string }>(
      `SELECT xid::text FROM kit.event WHERE stream = 'counter-past' AND version = 3`,
    );
    expect(before[0]?.n).toBe(2);
    expect(decodeCursor(event?.sequence ?? '')?.xid).toBe(BigInt(stored?.xid ?? 0));
    await events.return(undefined);
  });
});
