import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartupProblem } from '../config/startup-problem.js';

/** An operating system's user under whom PostgreSQL runs. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const OWN_NAME = 'nexus-postgres';

/**
 * PostgreSQL refuses to run as root. As root it runs as whoever owns the cluster already there,
 * else as a user of its own, made the first time; where users cannot be made, as the system's
 * `postgres` or `nobody`. For everybody else: undefined, it runs as who we are.
 */
export function postgresUser(cluster: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(cluster, { throwIfNoEntry: false });
  if (existing && existing.uid > 0)
    return { name: `with id ${existing.uid}`, uid: existing.uid, gid: existing.gid };
  const user = lookUp(OWN_NAME) ?? create() ?? lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new StartupProblem(
    'POSTGRES_FAILED',
    `PostgreSQL does not run as root and no other user could be found or made. Start Nexus as an ordinary user, run "useradd --system ${OWN_NAME}", or set DATABASE_URL.`,
  );
}

/** Whether the user may execute a file or enter a directory, asked of the system itself. */
export function canReach(path: string, user: OsUser): boolean {
  const { uid, gid } = user;
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0
  );
}

function create(): OsUser | undefined {
  const nologin = '/usr/sbin/nologin';
  const shadow = ['--system', '--user-group', '--no-create-home', '--shell', nologin, OWN_NAME];
  if (spawnSync('useradd', shadow).status !== 0)
    spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_NAME]); // busybox
  return lookUp(OWN_NAME);
}

function lookUp(name: string): OsUser | undefined {
  const id = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number.parseInt(stdout, 10) : Number.NaN;
  };
  const uid = id('-u');
  const gid = id('-g');
  return uid > 0 && gid > 0 ? { name, uid, gid } : undefined;
}
