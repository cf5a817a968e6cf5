import { describe, expect, it } from '@jest/globals';
import { fromGraphErrors, fromSocket } from '../src/live/interruption.js';
import { SeenSequences, sequenceOf } from '../src/live/sequence.js';
import { NexusError } from '../src/nexus-error.js';

describe('sequenceOf', () => {
  it.each([
    [{ invoicePaid: { sequence: 's1', node: null } }, 's1'],
    [{ alias: { id: 'x' } }, undefined],
    [{ invoicePaid: null }, undefined],
    [{ count: 3 }, undefined],
    [null, undefined],
  ])('%j', (data, sequence) => {
    expect(sequenceOf(data)).toBe(sequence);
  });
});

describe('SeenSequences', () => {
  it('knows what it saw, up to its capacity', () => {
    const seen = new SeenSequences(2);
    expect(['a', 'a', 'b', 'c', 'a'].map((sequence) => seen.add(sequence))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('an interruption', () => {
  const coded = (code: string) => [{ message: 'm', extensions: { code } }];

  it.each([
    ['a lost line', { code: 1006, reason: '' }, 'resume'],
    ['a restart', { code: 1012, reason: 'Service restart' }, 'resume'],
    ['an error event of the socket', { type: 'error' }, 'resume'],
    ['refused credentials', { code: 4403, reason: 'Forbidden' }, 'renew'],
    ['an unknown protocol', { code: 4406, reason: 'Subprotocol' }, 'fail'],
    ['a renewal that cannot reach the server', new NexusError('NETWORK_ERROR', 'm'), 'resume'],
    ['a renewal that was refused', new NexusError('UNAUTHENTICATED', 'm'), 'fail'],
    ['a session that expired', coded('SESSION_EXPIRED'), 'renew'],
    ['a reader that was too slow', coded('SUBSCRIPTION_OVERFLOW'), 'resume'],
    ['a fault of the server', coded('INTERNAL_SERVER_ERROR'), 'retry'],
    ['a forbidden field', coded('FORBIDDEN'), 'fail'],
  ])('%s', (_, report, kind) => {
    expect(fromSocket(report).kind).toBe(kind);
  });

  it('speaks with the first error and keeps them all', () => {
    const errors = [...coded('FORBIDDEN'), ...coded('NOT_FOUND')];
    expect(fromGraphErrors(errors)).toMatchObject({ error: { code: 'FORBIDDEN', errors } });
  });
});
