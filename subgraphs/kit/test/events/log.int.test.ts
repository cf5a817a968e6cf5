import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@nexus/kit/domain';
import { createContext, LOG_START, Transaction, type WriteSession, write } from '@nexus/kit/events';
import { openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import { counter, counting } from '../support/counter.js';
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
const read = () => house.runtime.consumers.tailer.reader.after(LOG_START, { limit: 1000 });
const shown = async (stream: string) => (await read()).filter((event) => event.stream === stream);
/** What a stream holds, once the consumers' own transactions keep nothing of it back any more. */
async function wholeStream(stream: string, count: number): Promise<RecordedEvent[]> {
  await eventually(`${count} of ${stream}`, async () => (await shown(stream)).length >= count);
  return shown(stream);
}

describe('the log', () => {
  it('shows an event only when nothing older can still appear', async () => {
    const slow = await Transaction.begin(
      house.kernel.database,
      { tenantId: testTenant(1), clientId: null },
      'READ WRITE',
    );
    // The slow transaction takes its number first, appends last and must still come first.
    await slow.sql('SELECT pg_current_xact_id()');
    await open('fast');
    expect(await shown('counter-fast')).toEqual([]);
    await slow.commit();
    expect(await wholeStream('counter-fast', 1)).toHaveLength(1);
  });

  it.each([
    ['order', counter],
    ['order-of-snapshots', { ...counter, snapshotEvery: 1 }],
  ])('never sorts a stream against its versions, whoever began first: %s', async (id, stream) => {
    const run = (tx: WriteSession, command: object) =>
      tx.run(stream, id, { id, ...command } as Parameters<typeof counter.decide>[1]);
    await house.write(writer, (tx) => run(tx, { type: 'Open', owner: 'Ida' }));
    const ctx = createContext(house.kernel, writer, { requestId: 'r' });
    let tries = 0;
    await write(house.kernel, ctx, async (tx) => {
      tries++;
      await tx.sql('SELECT pg_current_xact_id()');
      // Somebody younger writes to the stream before this older transaction has read it.
      if (tries === 1) await house.write(writer, (other) => run(other, { type: 'Count', by: 2 }));
      await run(tx, { type: 'Count', by: 1 });
    });
    expect(tries).toBe(2);
    const events = await wholeStream(`counter-${id}`, 3);
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('lets one of two writers of a version win and the other one try again on what the first one wrote', async () => {
    await open('race');
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => count('race')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const [row] = await house.database.sql<{ total: number }>(
      `SELECT total FROM counting.counter WHERE id = 'race'`,
    );
    expect(row?.total).toBe(10);
  });

  it('refuses a stale expected version', async () => {
    await open('stale');
    await count('stale');
    const stale = house.write(writer, (tx) =>
      tx.run(counter, 'stale', { type: 'Count', id: 'stale', by: 1 }, { expectedVersion: 1 }),
    );
    await expect(stale).rejects.toMatchObject({
      errors: [{ rule: 'VERSION_CONFLICT', meta: { currentVersion: 2 } }],
    });
  });

  it('reads old payloads in their present shape', async () => {
    await open('old');
    await house.database.sql(
      `INSERT INTO kit.event (epoch, id, tenant_id, stream, version, type, type_version, data, occurred_at, actor_type, actor_id, correlation_id)
       VALUES (1, gen_random_uuid(), $1, 'counter-old', 2, 'counting.Counted', 1, '{"counterId": "old", "amount": 4}', now(), 'service', 'test', 'c')`,
      [testTenant(1)],
    );
    const { state } = await house.write(writer, (tx) => tx.load(counter, 'old'));
    expect(state.total).toBe(4);
  });

  it('carries who, when, and why', async () => {
    await open('why');
    const [event] = await wholeStream('counter-why', 1);
    expect(event).toMatchObject({
      type: 'counting.Opened',
      tenantId: testTenant(1),
      actor: { type: 'user', id: writer.subject },
      occurredAt: house.clock.now(),
      data: { owner: 'Ida' },
    });
    expect(event?.correlationId).toMatch(/^test-/);
  });
});
