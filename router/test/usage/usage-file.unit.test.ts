import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readUsage } from '../../src/usage/recorded-usage.js';
import { usageFile } from '../../src/usage/usage-file.js';
import type { UsageBatch } from '../../src/usage/usage-store.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usage-'));
  file = join(folder, 'usage.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

function batch(hash: string, daysAgo = 0, inputs: string[] = []): UsageBatch {
  const seen = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const text = `{ ${hash} }`;
  const counted = { hash, client: 'web', count: 1, errors: 0, firstSeen: seen, lastSeen: seen };
  return {
    operations: [{ hash, kind: 'query', text, coordinates: [`Query.${hash}`], deprecated: [] }],
    counts: [{ ...counted, inputs, deprecatedInputs: [] }],
    uncounted: 0,
  };
}

describe('a usage file', () => {
  it('is read with the counts of a day put together', async () => {
    const store = usageFile(file);
    await store.record(batch('a', 0, ['Input.a']));
    await store.record(batch('a', 0, ['Input.b']));
    await store.record({ ...batch('b', 3), uncounted: 2 });
    const usage = await readUsage(file);
    expect(usage.counts.map(({ hash, count, inputs }) => [hash, count, inputs])).toEqual([
      ['a', 2, ['Input.a', 'Input.b']],
      ['b', 1, []],
    ]);
    expect([usage.operations.size, usage.uncounted, usage.unreadable]).toEqual([2, 2, 0]);
    const lately = await readUsage(folder, new Date(Date.now() - DAY_MS));
    expect(lately.counts.map(({ hash }) => hash)).toEqual(['a']);
  });

  it('passes over lines that were cut off, or are somebody else’s', async () => {
    await usageFile(file).record(batch('a'));
    await appendFile(file, 'null\n{"count":{"hash":1}}\n{"operation":{}}\n[]\n{"cou');
    const usage = await readUsage(file);
    expect([usage.counts.length, usage.unreadable]).toEqual([1, 5]);
  });

  it('is put together before it grows beyond its bound, and forgets what is old', async () => {
    const store = usageFile(file, { maxBytes: 4_000, keepDays: 30 });
    await store.record(batch('old', 40));
    await store.record(batch('seldom', 20));
    for (let turn = 0; turn < 100; turn++) await store.record(batch('hot'));
    expect((await stat(file)).size).toBeLessThanOrEqual(4_000);
    const usage = await readUsage(file);
    expect(usage.counts.map(({ hash, count }) => [hash, count])).toEqual([
      ['seldom', 1],
      ['hot', 100],
    ]);
    expect(await readFile(file, 'utf8')).not.toContain('old');
  });

  it('forgets more where even that is too much', async () => {
    const store = usageFile(file, { maxBytes: 4_000, keepDays: 64 });
    for (let day = 60; day >= 0; day--) await store.record(batch(`op${day}`, day));
    expect((await stat(file)).size).toBeLessThanOrEqual(4_000);
    const { counts } = await readUsage(file);
    expect(counts.at(-1)?.hash).toBe('op0');
    expect(counts.length).toBeLessThan(20);
  });

  it('says that it cannot be written', async () => {
    const store = usageFile(join(folder, 'nowhere', 'usage.ndjson'));
    await expect(store.record(batch('a'))).rejects.toThrow('ENOENT');
    await expect(store.close?.()).resolves.toBeUndefined();
  });
});
