import { describe, expect, it } from '@jest/globals';
import { EventQueue } from '../src/live/event-queue.js';

const END = { done: true, value: undefined };

describe('an event queue', () => {
  it('hands over what waits, then what comes', async () => {
    const queue = new EventQueue<string>();
    queue.push('a');
    expect(await queue.next()).toEqual({ done: false, value: 'a' });
    const waiting = queue.next();
    queue.push('b');
    expect(await waiting).toEqual({ done: false, value: 'b' });
  });

  it('delivers what waits before its error, and the error once', async () => {
    const queue = new EventQueue<string>();
    queue.push('a');
    queue.end(new RangeError('over'));
    expect(await queue.next()).toEqual({ done: false, value: 'a' });
    await expect(queue.next()).rejects.toThrow('over');
    expect(await queue.next()).toEqual(END);
  });

  it('tells one of several waiting readers of the error, and ends the others', async () => {
    const queue = new EventQueue<string>();
    const [first, second] = [queue.next(), queue.next()];
    queue.end(new RangeError('over'));
    await expect(first).rejects.toThrow('over');
    expect(await second).toEqual(END);
  });

  it('takes nothing after its end', async () => {
    const queue = new EventQueue<string>();
    queue.push('a');
    queue.discard();
    queue.push('b');
    expect(await queue.next()).toEqual(END);
  });
});
