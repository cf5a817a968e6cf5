import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';

// The same marks that the host leaves in its data directory (host/src/postgres: lock.ts,
// location.ts, process-identity.ts), read here without the host: it may not be built.

/**
 * The process that runs on a data directory, if one does.
 * @param {string} dataDir
 * @returns {number | undefined}
 */
export function runningInstance(dataDir) {
  try {
    const { pid, start } = JSON.parse(readFileSync(join(dataDir, 'instance.lock'), 'utf8'));
    return processStart(pid) === start ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where the database of a data directory really is (see location.ts).
 * @param {string} dataDir
 */
export function clusterOf(dataDir) {
  const pointer = readText(join(dataDir, 'postgres.location')).trim();
  return pointer || join(dataDir, 'postgres');
}

/**
 * The folder outside the data directory that holds its database, when there is one and it is ours.
 * @param {string} dataDir
 */
export function outsideFolder(dataDir) {
  const folder = dirname(clusterOf(dataDir));
  const owner = readText(join(folder, 'owner')).trim();
  return folder !== dataDir && owner === dataDir ? folder : undefined;
}

/**
 * The database server that a killed host may have left running.
 * @param {string} dataDir
 * @returns {number | undefined}
 */
export function runningServer(dataDir) {
  const [pid, folder] = readText(join(clusterOf(dataDir), 'postmaster.pid')).split('\n');
  const command = pid && folder ? commandOf(Number(pid)) : '';
  return command.includes('postgres') && command.includes(folder) ? Number(pid) : undefined;
}

/**
 * Asks a process to stop and waits until it has.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {number} [patience] milliseconds
 */
export async function stopProcess(pid, signal, patience = 30_000) {
  try {
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
      if (!processStart(pid)) return;
    }
  } catch (error) {
    if (error.code === 'ESRCH') return;
    throw new Failure(
      `Process ${pid} belongs to another user. Stop it as that user and try again.`,
    );
  }
  throw new Failure(`Process ${pid} does not stop. End it (kill -9 ${pid}) and try again.`);
}

/** @param {number} pid */
export function processStart(pid) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function commandOf(pid) {
  try {
    return existsSync(`/proc/${pid}/cmdline`)
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
