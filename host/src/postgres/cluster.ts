import { spawn } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFull, StartupProblem } from '../config/startup-problem.js';
import type { PostgresBinaries } from './binaries.js';
import type { OsUser } from './os-user.js';

export const SUPERUSER = 'postgres';
/** What a fresh cluster takes, with room for its first log segments. */
const BYTES_FOR_A_NEW_CLUSTER = 200 * 1024 * 1024;

export interface Cluster {
  readonly directory: string;
  readonly binaries: PostgresBinaries;
  readonly user: OsUser | undefined;
}

/** Whether the directory holds a cluster already; one of another major version is refused. */
export async function clusterExists({ directory, binaries }: Cluster): Promise<boolean> {
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    const content = await readdir(directory).catch(() => []);
    if (content.length === 0) return false;
    throw new StartupProblem(
      'POSTGRES_FAILED',
      `${directory} is not empty and holds no database. Set NEXUS_DATA_DIR to another folder, or run "npm run reset" to begin anew.`,
    );
  }
  const major = Number.parseInt(version, 10);
  if (major === binaries.major) return true;
  throw new StartupProblem(
    'OTHER_POSTGRES_VERSION',
    `The database in ${directory} is of PostgreSQL ${version.trim()}; this Nexus runs PostgreSQL ${binaries.major}. Take the data over with pg_dump from the version that wrote it, set NEXUS_DATA_DIR to another folder, or run "npm run reset" to begin anew.`,
  );
}

/**
 * Creates the cluster: UTF-8, the built-in C.UTF-8 locale (sorts alike on every machine),
 * checksums, passwords only. It grows under another name and appears whole or not at all.
 */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  const { directory, binaries, user } = cluster;
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await mkdir(dirname(directory), { recursive: true });
  await requireSpace(dirname(directory));
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  if (user) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    await runInitdb(binaries.initdb, draft, passwordFile, user);
    await rm(directory, { recursive: true, force: true });
    await rename(draft, directory);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function requireSpace(directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < BYTES_FOR_A_NEW_CLUSTER) throw diskFull(directory);
}

function runInitdb(
  initdb: string,
  directory: string,
  passwordFile: string,
  user: OsUser | undefined,
): Promise<void> {
  const flags = [
    `--pgdata=${directory}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, flags, {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: directory,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(explainServerFailure(complaint, directory));
    });
  });
}

/** A server's surroundings are the same on every machine; nothing of ours leaks into them. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** The sentence for what PostgreSQL's programs wrote before they gave up. */
export function explainServerFailure(complaint: string, directory: string): StartupProblem {
  if (/no space left on device|disk quota exceeded/i.test(complaint)) return diskFull(directory);
  const reason = complaint
    .split('\n')
    .filter((line) => /error|fatal|panic/i.test(line))
    .at(-1)
    ?.trim();
  return new StartupProblem(
    'POSTGRES_FAILED',
    `PostgreSQL did not start in ${directory}${reason ? `: ${reason}` : ''}. Its own words are in postgres.log in the data directory.`,
  );
}
