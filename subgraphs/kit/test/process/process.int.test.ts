import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createContext, write } from '../../src/events/index.js';
import { type TimeoutSweep, timeoutSweep } from '../../src/process/index.js';
import { openTestHouse, staff, type TestHouse, testTenant } from '../../src/testing/index.js';
import { eventually } from '../support/eventually.js';
import { booking, broken, full, travel, travelAgency, trip } from './travel.js';

const mara = staff(['travel:write']);
let house: TestHouse;
let sweep: TimeoutSweep;
let serial = 0;
let tripId: string;
const failures: { key: string; message: string }[] = [];

const newSweep = () =>
  timeoutSweep({
    managers: [travelAgency],
    reader: house.runtime.consumers.tailer.reader,
    async transact({ tenantId, name, correlationId }, work) {
      const domain = name.split('.')[0] as string;
      const principal = await house.runtime.consumers.tenants.service(domain, tenantId);
      const ctx = createContext(house.kernel, principal, { requestId: correlationId });
      await write(house.kernel, ctx, work);
    },
    now: () => house.clock.now(),
    onError: (error, { key }) => failures.push({ key, message: (error as Error).message }),
    attempts: 3,
  });

beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [travel] });
  sweep = newSweep();
});
afterAll(() => house?.close());
beforeEach(async () => {
  // What earlier trips wait for is not this test's.
  await house.database.sql('DELETE FROM kit.process_timeout');
  tripId = `t${++serial}`;
  failures.length = 0;
});

const say = async (type: 'Requested' | 'Confirmed', id = tripId) => {
  await house.write(mara, (tx) => tx.run(trip, id, { type, tripId: id }));
  await house.settled(mara);
};
const isBooked = (what: string) =>
  house.write(mara, async (tx) => (await tx.load(booking, `${what}-${tripId}`)).state.booked);
const phase = () => house.write(mara, async (tx) => (await tx.load(trip, tripId)).state.phase);
const row = async () =>
  (
    await house.database.sql<Record<string, unknown>>(
      'SELECT state, status, performed, version FROM kit.process WHERE key = $1',
      [tripId],
    )
  )[0];
const timeouts = async () =>
  (
    await house.database.sql<{ timeout: string }>(
      'SELECT timeout FROM kit.process_timeout WHERE key = $1 ORDER BY timeout',
      [tripId],
    )
  ).map(({ timeout }) => timeout);
const passMinutes = (minutes: number) => house.clock.advance(minutes * 60_000);

describe('a process manager', () => {
  it('does its steps when an event begins it, and remembers where it is', async () => {
    await say('Requested');
    expect(await row()).toEqual({
      state: { tripId, reminders: 0 },
      status: 'RUNNING',
      performed: ['flight', 'room'],
      version: 1,
    });
    expect(await Promise.all(['flight', 'towel', 'room'].map(isBooked))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await timeouts()).toEqual(['giveUp', 'remind']);
  });

  it('does no step twice when the event comes twice', async () => {
    await say('Requested');
    await say('Requested');
    expect(await row()).toMatchObject({ status: 'RUNNING', version: 2 });
    const [{ n } = { n: 0 }] = await house.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM kit.event WHERE stream = $1`,
      [`booking-flight-${tripId}`],
    );
    expect(n).toBe(1);
  });

  it('ends: its timeouts are gone, later events are ignored', async () => {
    await say('Requested');
    await say('Confirmed');
    expect(await row()).toMatchObject({ status: 'DONE', version: 2 });
    expect(await timeouts()).toEqual([]);
    await say('Requested');
    expect(await row()).toMatchObject({ status: 'DONE', version: 2 });
  });

  it('is not begun by an event that only goes on, nor by one of no process', async () => {
    await say('Confirmed');
    await say('Confirmed', 'ignored');
    expect(await row()).toBeUndefined();
  });

  it('takes back what it did, last first, when a step is refused half-way', async () => {
    full.add(`room-${tripId}`);
    await say('Requested');
    expect(await row()).toMatchObject({ status: 'COMPENSATED', performed: [] });
    expect(await Promise.all(['flight', 'towel', 'room'].map(isBooked))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await phase()).toBe('Failed');
    const history = await house.database.sql<{ stream: string; type: string }>(
      `SELECT stream, type FROM kit.event WHERE stream LIKE 'booking-%-' || $1 ORDER BY position`,
      [tripId],
    );
    // The refused step left nothing; the earlier one was done and undone.
    expect(history).toEqual([
      { stream: `booking-flight-${tripId}`, type: 'travel.Booked' },
      { stream: `booking-flight-${tripId}`, type: 'travel.Freed' },
    ]);
  });

  it('sees only its own tenant', async () => {
    await say('Requested');
    const forced = await house.database.sql<{ relname: string; forced: boolean }>(
      `SELECT relname, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class
       WHERE relname IN ('process', 'process_timeout') AND relkind = 'r' ORDER BY relname`,
    );
    expect(forced).toEqual([
      { relname: 'process', forced: true },
      { relname: 'process_timeout', forced: true },
    ]);
    const other = staff(['travel:write'], { tenantId: testTenant(2) });
    const seen = await house.write(other, (tx) =>
      tx.sql('SELECT key FROM kit.process UNION ALL SELECT key FROM kit.process_timeout'),
    );
    expect(seen).toEqual([]);
  });
});

describe('timeouts of a process manager', () => {
  it('fire once when they are due, not before, and may be set again', async () => {
    await say('Requested');
    passMinutes(29);
    expect(await sweep.sweep()).toBe(0);
    passMinutes(2);
    expect(
      await Promise.all([sweep.sweep(), newSweep().sweep(), newSweep().sweep()]).then(sum),
    ).toBe(1);
    expect(await row()).toMatchObject({ state: { reminders: 1 }, status: 'RUNNING' });
    passMinutes(21);
    expect(await sweep.sweep()).toBe(1);
    expect(await row()).toMatchObject({ state: { reminders: 2 } });
  });

  it('end the process and compensate it; what it set aside is gone', async () => {
    await say('Requested');
    passMinutes(61);
    expect(await sweep.sweep()).toBe(2);
    expect(await row()).toMatchObject({ status: 'COMPENSATED', performed: [] });
    expect(await Promise.all(['flight', 'towel', 'room'].map(isBooked))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await timeouts()).toEqual([]);
    expect(await phase()).toBe('Failed');
    expect(await sweep.sweep()).toBe(0);
  });

  it('carry the correlation of the event that began the process', async () => {
    await say('Requested');
    const [begun] = await house.database.sql<{ correlation_id: string }>(
      `SELECT correlation_id FROM kit.event WHERE stream = $1 AND version = 1`,
      [`trip-${tripId}`],
    );
    passMinutes(61);
    await sweep.sweep();
    const [failed] = await house.database.sql<{ correlation_id: string; actor_id: string }>(
      `SELECT correlation_id, actor_id FROM kit.event WHERE stream = $1 AND type = 'travel.Failed'`,
      [`trip-${tripId}`],
    );
    expect(failed).toEqual({ correlation_id: begun?.correlation_id, actor_id: 'travel' });
  });

  it('are tried again with pauses, then parked, visible, and go on when retried', async () => {
    await say('Requested');
    await house.database.sql(
      `DELETE FROM kit.process_timeout WHERE key = $1 AND timeout = 'giveUp'`,
      [tripId],
    );
    broken.add(tripId);
    passMinutes(31);
    expect(await sweep.sweep()).toBe(0);
    expect(await sweep.sweep()).toBe(0); // it waits for its pause
    expect(failures).toEqual([{ key: tripId, message: 'the mailbox is full' }]);
    for (const minutes of [1, 2, 5, 60]) {
      passMinutes(minutes);
      await sweep.sweep();
    }
    expect(failures).toHaveLength(3);
    const [parked, ...others] = await sweep.parked();
    expect(others).toEqual([]);
    expect(parked).toMatchObject({
      key: tripId,
      timeout: 'remind',
      attempts: 3,
      error: 'the mailbox is full',
    });
    expect(await row()).toMatchObject({ state: { reminders: 0 }, status: 'RUNNING' });

    broken.delete(tripId);
    expect(await sweep.retry({ ...parked, key: 'another' } as NonNullable<typeof parked>)).toBe(
      false,
    );
    expect(await sweep.retry(parked as NonNullable<typeof parked>)).toBe(true);
    expect(await sweep.sweep()).toBe(1);
    expect(await row()).toMatchObject({ state: { reminders: 1 } });
    expect(await sweep.parked()).toEqual([]);
  });

  it('fire at start when they came due while nothing ran', async () => {
    await say('Requested');
    passMinutes(31);
    const started = newSweep();
    started.start(60_000);
    await eventually('it fired', async () => (await row())?.version === 2);
    await started.stop();
    expect(await row()).toMatchObject({ state: { reminders: 1 } });
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
