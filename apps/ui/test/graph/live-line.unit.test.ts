import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLiveLine, type LiveLine } from '../../src/graph/live-line.js';
import { surroundings } from '../support/graph.js';

let now: number;
let network: ReturnType<typeof surroundings>;
let line: LiveLine;

beforeEach(() => {
  now = 1_000;
  network = surroundings();
  line = createLiveLine(() => now, network);
});

describe('the live line', () => {
  it('is idle while nothing is followed, and live once events come', () => {
    expect(line.state).toEqual({ status: 'idle', since: 1_000 });
    const part = line.join();
    expect(line.state.status).toBe('idle');
    now = 2_000;
    part.tell('listening');
    expect(line.state).toEqual({ status: 'live', since: 2_000 });
    part.leave();
    expect(line.state.status).toBe('idle');
  });

  it('is as bad as its worst part, and knows since when', () => {
    const [one, other] = [line.join(), line.join()];
    one.tell('listening');
    other.tell('listening');
    now = 5_000;
    other.tell('reconnecting');
    now = 6_000;
    one.tell('reconnecting');
    expect(line.state).toEqual({ status: 'reconnecting', since: 5_000 });
    other.tell('listening');
    expect(line.state.status).toBe('reconnecting');
    one.tell('listening');
    expect(line.state.status).toBe('live');
  });

  it('stays live while one more is only being opened', () => {
    line.join().tell('listening');
    line.join();
    expect(line.state.status).toBe('live');
  });

  it('is live once all are, not the first of them', () => {
    const [one, other] = [line.join(), line.join()];
    one.tell('listening');
    expect(line.state.status).toBe('idle');
    one.tell('reconnecting');
    one.tell('listening');
    expect(line.state.status).toBe('reconnecting');
    other.tell('listening');
    expect(line.state.status).toBe('live');
  });

  it('is being mended while what is opened has not been, after the device was offline', () => {
    line.join();
    network.turn(false);
    network.turn(true);
    expect(line.state.status).toBe('reconnecting');
  });

  it('is offline with the device, whatever the lines say', () => {
    const listener = jest.fn();
    line.join().tell('listening');
    line.listen(listener);
    network.turn(false);
    expect(line.state.status).toBe('offline');
    network.turn(true);
    expect(line.state.status).toBe('live');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('forgets a part that has left, whatever it says afterwards', () => {
    const part = line.join();
    part.leave();
    part.tell('reconnecting');
    expect(line.state.status).toBe('idle');
  });
});

describe('a page that was opened without the graph', () => {
  beforeEach(() => {
    line = createLiveLine(() => now, network, 400);
  });

  it('shows what was kept, as of then, until the graph answers', () => {
    expect(line.state).toEqual({ status: 'reconnecting', since: 400, isKept: true });
    network.turn(false);
    expect(line.state).toEqual({ status: 'offline', since: 400, isKept: true });
    network.turn(true);
    now = 3_000;
    line.heard();
    expect(line.state).toEqual({ status: 'idle', since: 3_000 });
  });

  it('is live once events come', () => {
    now = 3_000;
    line.join().tell('listening');
    expect(line.state).toEqual({ status: 'live', since: 3_000 });
  });
});
