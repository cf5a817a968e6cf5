import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testTenant } from '@nexus/kit/testing';
import { projects } from '../src/index.js';
import { employee, TimeHouse, worker } from './support/time-house.js';

const START = `mutation($input: TimerStartInput!) { timerStart(input: $input) {
  running { id running minutes note } stopped { id minutes date } errors { rule path } } }`;
const STOP = `mutation($input: TimerStopInput!) { timerStop(input: $input) {
  running { id } stopped { id minutes date running autoStopped } errors { code rule path } warnings { rule } } }`;
const MONDAY = '2026-11-16T09:00:00Z';

interface Timed {
  readonly running: { id: string } | null;
  readonly stopped: { id: string; minutes: number; date: string }[];
}

let time: TimeHouse;
let projectId: string;
beforeAll(async () => {
  time = await TimeHouse.open();
  projectId = await time.project();
});
afterAll(() => time.close());
afterEach(() => time.house.clock.set(MONDAY));

const start = (note = 'Work') =>
  time
    .ask<{ timerStart: Timed }>(worker, START, { input: { projectId, note } })
    .then(({ timerStart }) => timerStart);
const stop = (input: Record<string, unknown> = {}) =>
  time.ask<{ timerStop: Timed }>(worker, STOP, { input }).then(({ timerStop }) => timerStop);
const at = (instant: string) => time.house.clock.set(instant);

describe('a timer', () => {
  it('runs, shows until now, and becomes an entry under its id', async () => {
    const { running } = await start('Draft');
    at('2026-11-16T09:45:30Z');
    const seen = `{ timeEntry(id: "${running?.id}") { running minutes status } }`;
    expect(await time.ask(worker, seen)).toEqual({
      timeEntry: { running: true, minutes: 45, status: 'DRAFT' },
    });
    expect(await stop()).toMatchObject({
      running: null,
      stopped: [{ id: running?.id, minutes: 46, date: '2026-11-16', running: false }],
      errors: [],
    });
  });

  it('stops the one that runs when another starts, in one transaction', async () => {
    const first = await start('One');
    at('2026-11-16T09:10:00Z');
    const second = await start('Two');
    expect(second).toMatchObject({
      running: { running: true, note: 'Two' },
      stopped: [{ id: first.running?.id, minutes: 10 }],
    });
    await stop();
  });

  it('lets exactly one run when two start at once', async () => {
    await Promise.all([start('A'), start('B'), start('C')]);
    const rows = await time.house.database.sql(
      'SELECT FROM projects.time_entry WHERE user_id = $1 AND running',
      [worker.subject],
    );
    expect(rows).toHaveLength(1);
    await stop();
  });

  it('splits at midnight of the person’s zone', async () => {
    at('2026-11-16T22:30:00Z');
    await start();
    at('2026-11-16T23:45:00Z');
    expect((await stop()).stopped).toMatchObject([
      { date: '2026-11-16', minutes: 30 },
      { date: '2026-11-17', minutes: 45 },
    ]);
  });

  it('refuses an end before its start or after now, and to stop twice', async () => {
    await start();
    at('2026-11-16T10:00:00Z');
    expect(await stop({ at: '2026-11-16T10:00:01Z' })).toMatchObject({
      errors: [{ code: 'INVALID', rule: 'INPUT_INVALID', path: ['input', 'at'] }],
    });
    expect(await stop({ at: '2026-11-16T09:20:00Z' })).toMatchObject({
      stopped: [{ minutes: 20 }],
    });
    expect(await stop()).toMatchObject({
      errors: [{ code: 'INVALID_STATE', rule: 'TIMER_NOT_RUNNING' }],
    });
  });

  it('stops by itself after twelve hours, swept from its row', async () => {
    const { running } = await start('Forgotten');
    const job = projects.jobs?.find(({ name }) => name === 'projects.timer-expiry');
    await time.house.database.sql(
      `INSERT INTO kit.tenant (tenant_id, time_zone, locale, currency, country)
       VALUES ($1, 'Europe/Berlin', 'en', 'EUR', 'DE') ON CONFLICT DO NOTHING`,
      [testTenant(1)],
    );
    at('2026-11-16T20:59:00Z');
    await job?.run(time.house.runtime, {});
    expect(await time.ask(worker, `{ timeEntry(id: "${running?.id}") { running } }`)).toEqual({
      timeEntry: { running: true },
    });
    at('2026-11-17T03:00:00Z');
    await job?.run(time.house.runtime, {});
    expect(
      await time.ask(worker, `{ timeEntry(id: "${running?.id}") { running minutes autoStopped } }`),
    ).toEqual({ timeEntry: { running: false, minutes: 720, autoStopped: true } });
    expect(await stop()).toMatchObject({
      errors: [{ rule: 'TIMER_NOT_RUNNING' }],
      warnings: [{ rule: 'TIMER_AUTO_STOPPED' }],
    });
  });

  it('of somebody who leaves stops at that moment', async () => {
    const leaver = employee(6);
    const own = await time.project({ members: { [leaver.subject]: 'MEMBER' } });
    const started = await time.ask<{ timerStart: Timed }>(leaver, START, {
      input: { projectId: own },
    });
    at('2026-11-16T09:25:00Z');
    await time.leaves(leaver);
    const seen = `{ timeEntry(id: "${started.timerStart.running?.id}") { running minutes } }`;
    expect(await time.ask(leaver, seen)).toEqual({ timeEntry: { running: false, minutes: 25 } });
  });

  it('tells all devices of its person, and nobody else', async () => {
    const query = 'subscription { timerChanged { kind node { id running } } }';
    const mine = time.house.as(worker).subscribe(query);
    const next = mine.next();
    const other = employee(5);
    const own = await time.project({ members: { [other.subject]: 'MEMBER' } });
    await time.ask(other, START, { input: { projectId: own } });
    const { running } = await start();
    expect((await next).value?.data).toEqual({
      timerChanged: { kind: 'TimerStarted', node: { id: running?.id, running: true } },
    });
    await stop();
    expect((await mine.next()).value?.data).toEqual({
      timerChanged: { kind: 'TimerStopped', node: { id: running?.id, running: false } },
    });
    await mine.return(undefined);
  });
});
