import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFileError, StartupProblem, systemErrorCode } from '../config/startup-problem.js';
import { processStart } from './process-identity.js';

export const LOCK_FILE = 'instance.lock';

interface Holder {
  readonly pid: number;
  /** See `processStart`: tells the holder from a later process with the same id. */
  readonly start: string;
}

export interface DataDirLock {
  readonly release: () => Promise<void>;
}

/**
 * Takes a data directory for this process: `<data dir>/instance.lock` names the holder. The lock of
 * a process that no longer runs is taken over; a living holder makes a `DATA_DIR_IN_USE`.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const file = join(dataDir, LOCK_FILE);
  try {
    await mkdir(dataDir, { recursive: true });
    const mine = JSON.stringify({ pid: process.pid, start: processStart(process.pid) ?? '' });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, `${mine}\n`);
    try {
      await claim(file, draft, dataDir);
    } finally {
      await rm(draft, { force: true });
    }
    return {
      release: async () => {
        if ((await readHolder(file))?.pid === process.pid) await rm(file, { force: true });
      },
    };
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

/** The living process that holds the data directory, if any. */
export async function lockHolder(dataDir: string): Promise<Holder | undefined> {
  const holder = await readHolder(join(dataDir, LOCK_FILE));
  return holder && processStart(holder.pid) === holder.start ? holder : undefined;
}

async function claim(file: string, draft: string, dataDir: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await link(draft, file); // fails when the file exists: creation and check in one step
      return;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    }
    const holder = await lockHolder(dataDir);
    if (holder) {
      throw new StartupProblem(
        'DATA_DIR_IN_USE',
        `Nexus already runs on ${dataDir} (process ${holder.pid}). Stop it first (Ctrl-C, or kill ${holder.pid}), or set NEXUS_DATA_DIR and PORT to run a second one.`,
      );
    }
    // Two processes may find the same stale file: who moved away a fresh lock puts it back.
    const moved = `${file}.stale.${process.pid}`;
    await rename(file, moved).catch(() => undefined);
    const fresh = await readHolder(moved);
    if (fresh && processStart(fresh.pid) === fresh.start)
      await link(moved, file).catch(() => undefined);
    await rm(moved, { force: true });
  }
  throw new StartupProblem(
    'DATA_DIR_IN_USE',
    `Several processes start on ${dataDir} at once. Start one of them again.`,
  );
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'start' in value &&
    typeof value.start === 'string'
  );
}
