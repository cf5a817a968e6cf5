import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readLine, type UsageLine } from './usage-lines.js';
import type { UsageCount, UsedOperation } from './usage-store.js';

const DAY_LENGTH = '2026-01-01'.length;

/** What one or more usage files say, equal counts of one day put together. */
export class RecordedUsage {
  readonly operations = new Map<string, UsedOperation>();
  readonly #counts = new Map<string, UsageCount>();
  /** Operations that were asked for and not told apart. */
  uncounted = 0;
  /** Lines that could not be read. */
  unreadable = 0;

  /** @param since counts seen last before it are passed over */
  constructor(private readonly since = new Date(0)) {}

  get counts(): readonly UsageCount[] {
    return [...this.#counts.values()];
  }

  /** When the first operation was seen. */
  get from(): string | undefined {
    return this.counts.map(({ firstSeen }) => firstSeen).sort()[0];
  }

  add(line: UsageLine): void {
    if ('operation' in line) this.operations.set(line.operation.hash, line.operation);
    else if ('count' in line) this.#addCount(line.count);
    else this.uncounted += line.uncounted;
  }

  #addCount(count: UsageCount): void {
    if (count.lastSeen < this.since.toISOString()) return;
    const { hash, client, version, contract, lastSeen } = count;
    const key = JSON.stringify([hash, client, version, contract, lastSeen.slice(0, DAY_LENGTH)]);
    const known = this.#counts.get(key);
    this.#counts.set(key, known ? addCounts(known, count) : count);
  }
}

/** Two counts of one operation and client as one. */
export function addCounts(a: UsageCount, b: UsageCount): UsageCount {
  return {
    ...a,
    count: a.count + b.count,
    errors: a.errors + b.errors,
    // biome-ignore lint/complexity/useMathMinMax: they are texts, in the order of time
    firstSeen: a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen,
    // biome-ignore lint/complexity/useMathMinMax: the same
    lastSeen: a.lastSeen > b.lastSeen ? a.lastSeen : b.lastSeen,
    inputs: [...new Set([...a.inputs, ...b.inputs])].sort(),
    deprecatedInputs: [...new Set([...a.deprecatedInputs, ...b.deprecatedInputs])].sort(),
  };
}

/**
 * Reads a usage file, or all `.ndjson` files of a folder.
 * @throws the system's error when it cannot be read
 */
export async function readUsage(path: string, since?: Date): Promise<RecordedUsage> {
  const usage = new RecordedUsage(since);
  for (const file of await filesAt(path)) {
    for await (const text of createInterface({ input: createReadStream(file) })) {
      if (text === '') continue;
      const line = readLine(text);
      if (line) usage.add(line);
      else usage.unreadable++;
    }
  }
  return usage;
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names.filter((name) => name.endsWith('.ndjson')).map((name) => join(path, name));
}
