import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupProblem, systemErrorCode } from '../config/startup-problem.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isAlive, processCommand } from './process-identity.js';

/** Signals in the order in which they are tried, each with the time it gets (milliseconds). */
const SHUTDOWN = [
  ['SIGINT', 20_000], // fast: roll back, checkpoint, end
  ['SIGQUIT', 5_000], // immediate: end, recover at the next start
  ['SIGKILL', 5_000],
] as const;

/**
 * Clears what an earlier run left in a cluster. A server that outlived its host (`kill -9`) is
 * stopped in order rather than adopted: the new one is then surely our child, with our settings. A
 * `postmaster.pid` whose process is gone, or is some other program by now, is removed.
 */
export async function clearEarlierServer(
  cluster: string,
  log: (message: string) => void,
): Promise<void> {
  const left = await readPostmasterFile(cluster);
  if (left && isServerOf(left.pid, left.directory)) {
    log(`A PostgreSQL of an earlier run is still there (process ${left.pid}); it is stopped.`);
    await shutDown(left.pid);
  }
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** Stops a server: in order, then at once. Resolves when the process is gone. */
export async function shutDown(pid: number): Promise<void> {
  for (const [signal, patience] of SHUTDOWN) {
    if (!sendSignal(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
}

function isServerOf(pid: number, directory: string): boolean {
  const command = isAlive(pid) ? processCommand(pid) : undefined;
  return command?.includes('postgres') === true && command.includes(directory);
}

function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (systemErrorCode(error) === 'EPERM')
      throw new StartupProblem(
        'DATA_DIR_IN_USE',
        `PostgreSQL already runs on this data directory (process ${pid}), started by another user. Stop it as that user, or set NEXUS_DATA_DIR to another folder.`,
        { cause: error },
      );
    return false;
  }
}
