import { appendFile, rename, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type RecordedUsage, readUsage } from './recorded-usage.js';
import { toLines } from './usage-lines.js';
import type { UsageBatch, UsageStore } from './usage-store.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

export interface UsageFileOptions {
  /** Bytes at which the file is put together anew: one line per operation, client and day; default 64 MiB. */
  readonly maxBytes?: number;
  /** Days that are kept then; default 90. Where they do not fit into half of `maxBytes`, fewer. */
  readonly keepDays?: number;
}

/**
 * Keeps usage in a file of JSON lines. One process writes to it: routers on one disk have a file each, and what reads
 * them takes their folder.
 * @throws RangeError for a bound that is not above 0
 */
export function usageFile(path: string, options: UsageFileOptions = {}): UsageStore {
  const { maxBytes = 64 * 1024 * 1024, keepDays = 90 } = options;
  if (!(maxBytes > 0 && keepDays > 0)) throw new RangeError('Bounds of a usage file are above 0.');
  const file = resolve(path);
  let working: Promise<void> = Promise.resolve();
  const append = async (batch: UsageBatch): Promise<void> => {
    await appendFile(file, toLines(batch));
    const { size } = await stat(file);
    if (size > maxBytes) await putTogether(file, maxBytes / 2, keepDays);
  };
  return {
    record(batch) {
      const done = working.then(() => append(batch));
      working = done.catch(() => undefined);
      return done;
    },
    close: () => working,
  };
}

async function putTogether(file: string, maxBytes: number, keepDays: number): Promise<void> {
  for (let days = keepDays; ; days = Math.floor(days / 2)) {
    const usage = await readUsage(file, new Date(Date.now() - days * DAY_MS));
    const text = toLines(batchOf(usage));
    if (days > 0 && Buffer.byteLength(text) > maxBytes) continue;
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
    return;
  }
}

/** Operations that nobody asked for any more are left out. */
function batchOf({ operations, counts, uncounted }: RecordedUsage): UsageBatch {
  const used = new Set(counts.map(({ hash }) => hash));
  return {
    operations: [...operations.values()].filter(({ hash }) => used.has(hash)),
    counts,
    uncounted,
  };
}
