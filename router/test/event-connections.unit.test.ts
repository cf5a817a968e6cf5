import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventConnections } from '../src/server/event-connections.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function response() {
  const written: string[] = [];
  const raw = Object.assign(new EventEmitter(), {
    written,
    write: (text: string) => written.push(text) > 0,
    end: () => raw.emit('close'),
  });
  return raw;
}

describe('reserved event streams', () => {
  it('expire after ten seconds, with the operations that wait on them', async () => {
    const connections = new EventConnections(1);
    const token = connections.reserve('ann') ?? '';
    const connection = connections.find(token);
    const signal = connection?.begin('a');
    const sent = connection?.send('next', {});
    expect(connections.reserve('bob')).toBeUndefined();
    jest.advanceTimersByTime(10_000);
    expect(connections.find(token)).toBeUndefined();
    expect(signal?.aborted).toBe(true);
    expect(await sent).toBe(false);
    expect(connection?.begin('b')).toBeUndefined();
    expect(connections.reserve('bob')).toEqual(expect.any(String));
    connections.leaveAll();
  });

  it('live as long as their connection', () => {
    const connections = new EventConnections(1);
    const token = connections.reserve('ann') ?? '';
    const raw = response();
    connections.connect(token, raw as unknown as ServerResponse);
    jest.advanceTimersByTime(60_000);
    expect(connections.find(token)?.isConnected).toBe(true);
    expect(raw.written).toEqual(Array(6).fill(':\n\n'));
    raw.emit('close');
    expect(connections.find(token)).toBeUndefined();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('end all at once when the router goes', async () => {
    const connections = new EventConnections(2);
    const token = connections.reserve('ann') ?? '';
    connections.reserve('bob');
    const raw = response();
    const closed = jest.fn();
    raw.once('close', closed);
    connections.connect(token, raw as unknown as ServerResponse);
    connections.leaveAll();
    await Promise.resolve();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stay for the answers that are on their way when the router goes, and take no more', async () => {
    const connections = new EventConnections(1);
    const token = connections.reserve('ann') ?? '';
    const raw = response();
    connections.connect(token, raw as unknown as ServerResponse);
    const connection = connections.find(token);
    const mutation = connection?.begin('mutation');
    const subscription = connection?.begin('subscription');
    connection?.streams('subscription');
    connections.leaveAll();
    expect([mutation?.aborted, subscription?.aborted]).toEqual([false, true]);
    expect(connection?.begin('late')).toBeUndefined();
    connection?.finish('subscription');
    await connection?.send('next', 'answer');
    expect(raw.written.join('')).toContain('answer');
    const closed = jest.fn();
    raw.once('close', closed);
    connection?.finish('mutation');
    await connection?.send('complete', {});
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
