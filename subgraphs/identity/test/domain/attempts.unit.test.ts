import { describe, expect, it } from '@jest/globals';
import {
  type AttemptCounter,
  afterFailure,
  blockedUntil,
  type CounterKind,
  networkOf,
} from '../../src/domain/attempts.js';

const START = new Date('2026-11-16T09:00:00Z');
const at = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

/** Fails so many times, one second apart, and says how long the pause after the last failure is. */
function pauseAfter(
  failures: number,
  kind: CounterKind = 'ACCOUNT',
  subject = '203.0.113.7',
): number {
  let counter: AttemptCounter | undefined;
  for (let i = 0; i < failures; i++) counter = afterFailure(counter, kind, subject, at(i));
  const until = blockedUntil(counter, at(failures - 1));
  return until ? (until.getTime() - at(failures - 1).getTime()) / 1_000 : 0;
}

describe('failed sign-ins', () => {
  it.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [9, 480],
    [10, 900],
    [50, 900],
  ])('%s in a row pause an account for %s seconds', (failures, seconds) => {
    expect(pauseAfter(failures)).toBe(seconds);
  });

  it.each([
    ['203.0.113.7', 19, 0],
    ['203.0.113.7', 20, 600],
    ['loopback', 399, 0],
    ['loopback', 400, 600],
  ])('from %s, %s within ten minutes pause it for %s seconds', (network, failures, seconds) => {
    expect(pauseAfter(failures, 'IP', network)).toBe(seconds);
  });

  it('of a network are forgotten after ten minutes', () => {
    let counter: AttemptCounter | undefined;
    for (let i = 0; i < 19; i++) counter = afterFailure(counter, 'IP', 'x', at(i));
    expect(afterFailure(counter, 'IP', 'x', at(600))).toMatchObject({
      inWindow: 1,
      blockedUntil: null,
    });
  });

  it('of an account are counted over a day', () => {
    let counter: AttemptCounter | undefined;
    for (let i = 0; i < 100; i++) counter = afterFailure(counter, 'ACCOUNT', 'x', at(i * 860));
    expect(counter?.inWindow).toBe(100);
    expect(afterFailure(counter, 'ACCOUNT', 'x', at(86_400)).inWindow).toBe(1);
  });

  it('that come after the clock went back still count', () => {
    const counter = afterFailure(
      afterFailure(undefined, 'ACCOUNT', 'x', at(100)),
      'ACCOUNT',
      'x',
      at(0),
    );
    expect(counter.failures).toBe(2);
  });
});

describe('the network of a caller', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0001::1', '2001:db8:1:0::/64'],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
  ])('%s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
