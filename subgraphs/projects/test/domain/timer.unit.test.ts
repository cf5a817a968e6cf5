import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { minutesOfDay, splitAtMidnights, startOfDay } from '../../src/domain/time-calendar.js';
import type { ProjectTimeFacts } from '../../src/domain/time-entry.rules.js';
import { type TimerEvent, timer } from '../../src/domain/timer.aggregate.js';

const project: ProjectTimeFacts = {
  closedOn: null,
  billable: true,
  membership: { since: '2026-01-01', until: null },
};
const ids = { entryId: 'tim_1', userId: 'usr_1', projectId: 'prj_1', clientId: null };
const work = { ...ids, taskId: null, taskTitle: null, billable: true, note: null };
const at = '2026-11-16T09:00:00.000Z';
const started = (entryId = 'tim_1', from = at): TimerEvent => ({
  type: 'TimerStarted',
  data: { ...work, entryId, at: from, timeZone: 'Europe/Berlin' },
});
const stopped = (until: string, auto = false): TimerEvent => ({
  type: 'TimerStopped',
  data: { ...ids, startedAt: at, at: until, auto },
});
const start = { type: 'start', work: { ...work, entryId: 'tim_2' }, project } as const;
const stop = { type: 'stop', at: null } as const;
const spec = specification(timer);

describe('a timer', () => {
  it('starts', () =>
    spec
      .given()
      .when(start, { now: at })
      .then([started('tim_2')]));

  it('stops the one that runs when another starts', () =>
    spec
      .given(started())
      .when(start, { now: '2026-11-16T10:00:00.000Z' })
      .then([stopped('2026-11-16T10:00:00.000Z'), started('tim_2', '2026-11-16T10:00:00.000Z')]));

  it('runs for members of open projects only', async () => {
    await spec
      .given()
      .when({ ...start, project: { ...project, membership: null } })
      .thenRefused('NOT_MEMBER_ON_DATE', ['projectId']);
    await spec
      .given()
      .when({ ...start, project: { ...project, closedOn: '2026-11-15' } })
      .thenRefused('TIME_LOCKED', ['date']);
  });

  it('stops now, or at an instant since its start', async () => {
    const now = '2026-11-16T11:00:00.000Z';
    await spec
      .given(started())
      .when(stop, { now })
      .then([stopped(now)]);
    const earlier = new Date('2026-11-16T10:15:00Z');
    await spec
      .given(started())
      .when({ type: 'stop', at: earlier }, { now })
      .then([stopped(earlier.toISOString())]);
    for (const wrong of ['2026-11-16T08:59:59Z', '2026-11-16T11:00:01Z']) {
      await spec
        .given(started())
        .when({ type: 'stop', at: new Date(wrong) }, { now })
        .thenRefused('INPUT_INVALID', ['at']);
    }
  });

  it('counts twelve hours at most and says so', async () => {
    const now = '2026-11-17T09:00:00.000Z';
    await spec.given(started()).when(stop, { now }).thenWarns('TIMER_AUTO_STOPPED');
    await spec
      .given(started())
      .when(stop, { now })
      .then([stopped('2026-11-16T21:00:00.000Z', true)]);
  });

  it('does not stop twice', () =>
    spec.given(started(), stopped(at)).when(stop).thenRefused('TIMER_NOT_RUNNING'));

  it('expires at its limit, not before, and not for a later one', async () => {
    const late = { now: '2026-11-16T21:00:00.000Z' };
    const expire = { type: 'expire', entryId: 'tim_1' } as const;
    await spec
      .given(started())
      .when(expire, late)
      .then([stopped(late.now, true)]);
    await spec.given(started()).when(expire, { now: '2026-11-16T20:59:59.000Z' }).then([]);
    await spec.given(started('tim_9')).when(expire, late).then([]);
    await spec.given().when(expire, late).then([]);
  });
});

describe('the calendar of a zone', () => {
  it('splits at the person’s midnight', () => {
    const shares = splitAtMidnights(
      new Date('2026-11-16T22:30:00Z'),
      new Date('2026-11-16T23:45:00Z'),
      'Europe/Berlin',
    );
    expect(shares).toEqual([
      { date: '2026-11-16', minutes: 30 },
      { date: '2026-11-17', minutes: 45 },
    ]);
  });

  it('counts instants where the clocks change: 01:30 to 03:30 is one hour', () => {
    const shares = splitAtMidnights(
      new Date('2027-03-28T00:30:00Z'),
      new Date('2027-03-28T01:30:00Z'),
      'Europe/Berlin',
    );
    expect(shares).toEqual([{ date: '2027-03-28', minutes: 60 }]);
  });

  it('gives a short timer a minute, and parts that add up', () => {
    const from = new Date('2026-11-16T22:59:40Z');
    expect(splitAtMidnights(from, new Date('2026-11-16T22:59:45Z'), 'Europe/Berlin')).toEqual([
      { date: '2026-11-16', minutes: 1 },
    ]);
    const parts = splitAtMidnights(from, new Date('2026-11-16T23:02:10Z'), 'Europe/Berlin');
    expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(3);
  });

  it('knows how long a day is', () => {
    expect(minutesOfDay('2026-11-16', 'Europe/Berlin')).toBe(1440);
    expect(minutesOfDay('2026-03-29', 'Europe/Berlin')).toBe(1380);
    expect(minutesOfDay('2026-10-25', 'Europe/Berlin')).toBe(1500);
    // Clocks that change at midnight: the day begins at 01:00.
    expect(minutesOfDay('2026-09-06', 'America/Santiago')).toBe(1380);
    expect(startOfDay('2026-11-16', 'Pacific/Kiritimati').toISOString()).toBe(
      '2026-11-15T10:00:00.000Z',
    );
  });
});
