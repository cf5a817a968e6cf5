import { describe, expect, it } from '@jest/globals';
import { createLive, type LiveState } from '../src/live/live.js';
import { sentenceOf } from '../src/live/sentence.js';

function trial() {
  let time = 0;
  const live = createLive(() => new Date(++time));
  return { live, report: live.begin('InvoicePaid') };
}

describe('what runs live', () => {
  it('counts its events, and keeps the last of them, newest first', () => {
    const { live, report } = trial();
    for (let value = 1; value <= 25; value++) report.event({ value });
    expect(live.state.count).toBe(25);
    expect(live.state.events).toHaveLength(20);
    expect(live.state.events[0]).toEqual({ number: 25, at: new Date(25), data: { value: 25 } });
    expect(live.state.events.at(-1)?.number).toBe(6);
  });

  it('tells its listeners, until they leave', () => {
    const { live, report } = trial();
    const seen: string[] = [];
    const leave = live.listen(() => seen.push(live.state.status));
    report.state('listening');
    report.state('reconnecting');
    report.event({});
    leave();
    report.end('stopped');
    expect(seen).toEqual(['listening', 'reconnecting', 'listening']);
    expect(live.state.status).toBe('stopped');
  });

  it('is not what the one before still says', () => {
    const { live, report } = trial();
    live.begin('BoardChanged').state('listening');
    report.event({ late: true });
    report.end('ended');
    expect(live.state).toEqual({
      status: 'listening',
      title: 'BoardChanged',
      count: 0,
      events: [],
    });
  });

  it('says no more once it is over', () => {
    const { live, report } = trial();
    report.end('stopped');
    report.end('ended');
    report.event({});
    expect(live.state).toMatchObject({ status: 'stopped', count: 0 });
  });

  it('shows nobody what another person saw', () => {
    const { live, report } = trial();
    report.event({ secret: true });
    live.clear();
    report.event({ secret: true });
    expect(live.state).toEqual({ status: 'cleared', title: 'InvoicePaid', count: 0, events: [] });
  });

  it('has nothing to clear before it began', () => {
    const live = createLive(() => new Date());
    live.clear();
    expect(live.state.status).toBe('idle');
  });
});

describe('its sentence', () => {
  const state = (status: LiveState['status'], count = 0): LiveState => ({
    ...{ status, count, title: 'InvoicePaid', events: [] },
  });

  it.each([
    [state('idle'), ''],
    [state('connecting'), 'InvoicePaid: connecting…'],
    [state('listening', 1), 'InvoicePaid: listening · 1 event'],
    [state('reconnecting', 2), 'InvoicePaid: reconnecting… · 2 events'],
    [state('stopped'), 'InvoicePaid: stopped · 0 events'],
    [state('ended'), 'InvoicePaid: ended · 0 events'],
  ])('of $status', (given, sentence) => {
    expect(sentenceOf(given, 'InvoicePaid')).toBe(sentence);
  });

  it('says that another tab stopped it, and what to do', () => {
    const sentence = sentenceOf(state('stopped', 3), 'InvoicePay');
    expect(sentence).toContain('because another tab was opened');
    expect(sentence).toContain('second window');
  });

  it('says that it was cleared for another account', () => {
    expect(sentenceOf(state('cleared'), 'InvoicePaid')).toContain('another one');
  });
});
