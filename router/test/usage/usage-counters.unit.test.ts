import { describe, expect, it } from '@jest/globals';
import type { ReadOperation } from '../../src/usage/read-operation.js';
import { UsageCounters } from '../../src/usage/usage-counters.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const NOW = Date.UTC(2026, 0, 5);

const operation = (name: string): ReadOperation => ({
  operation: { hash: name, kind: 'query', text: `{ ${name} }`, coordinates: [], deprecated: [] },
  inputs: [],
});
const client = (name?: string, version?: string) => ({
  client: name,
  version,
  contract: undefined,
});
const counters = () => new UsageCounters({ counters: 4, clients: 2 });

describe('usage counters', () => {
  it('count by operation, client and version, with times and errors', () => {
    const usage = counters();
    usage.count(operation('a'), client('web', '1'), false, NOW);
    usage.count(operation('a'), client('web', '1'), true, NOW + 5)?.inputs.add('Input.b');
    usage.count(operation('a'), client(), false, NOW);
    expect(usage.take(NOW)?.batch).toEqual({
      operations: [operation('a').operation],
      counts: [
        {
          ...{ hash: 'a', client: 'web', version: '1', count: 2, errors: 1 },
          firstSeen: '2026-01-05T00:00:00.000Z',
          lastSeen: '2026-01-05T00:00:00.005Z',
          inputs: ['Input.b'],
          deprecatedInputs: [],
        },
        expect.objectContaining({ hash: 'a', count: 1, errors: 0 }),
      ],
      uncounted: 0,
    });
    expect(usage.take(NOW)).toBeUndefined();
  });

  it('put clients beyond the bound together', () => {
    const usage = counters();
    for (const name of ['a', 'b', 'c', 'd', 'c']) {
      usage.count(operation('x'), client(name, '1'), false, NOW);
    }
    const found = usage
      .take(NOW)
      ?.batch.counts.map(({ client, version, count }) => [client, version, count]);
    expect(found).toEqual([
      ['a', '1', 1],
      ['b', '1', 1],
      ['other', undefined, 3],
    ]);
  });

  it('only number what is beyond the bound of operations', () => {
    const usage = counters();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      usage.count(operation(name), client(), false, NOW);
    }
    const batch = usage.take(NOW)?.batch;
    expect([batch?.counts.length, batch?.uncounted]).toEqual([4, 2]);
  });

  it('tell an operation once a day', () => {
    const usage = counters();
    const told = (now: number) => {
      usage.count(operation('a'), client(), false, now);
      return usage.take(now)?.batch.operations.length;
    };
    expect([told(NOW), told(NOW + 1), told(NOW + DAY_MS)]).toEqual([1, 0, 1]);
  });

  it('lose nothing of a batch that was not taken', () => {
    const usage = counters();
    usage.count(operation('a'), client('web'), true, NOW)?.inputs.add('Input.a');
    const taken = usage.take(NOW);
    usage.count(operation('a'), client('web'), false, NOW + 9)?.inputs.add('Input.b');
    taken?.restore();
    const batch = usage.take(NOW)?.batch;
    expect(batch?.operations).toHaveLength(1);
    expect(batch?.counts).toEqual([
      expect.objectContaining({
        ...{ count: 2, errors: 1, inputs: ['Input.a', 'Input.b'] },
        firstSeen: '2026-01-05T00:00:00.000Z',
        lastSeen: '2026-01-05T00:00:00.009Z',
      }),
    ]);
  });
});
