import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupProblem } from '../config/startup-problem.js';
import { canReach, type OsUser } from './os-user.js';

/** In a data directory: names the cluster's folder when it had to be kept somewhere else. */
export const POINTER_FILE = 'postgres.location';
const OUTSIDE = '/var/lib/nexus';

/**
 * Where the cluster's files are: `<data dir>/postgres`. As root, when PostgreSQL's user cannot
 * enter the data directory (it lies under a closed home), a folder under /var/lib/nexus, which the
 * pointer file in the data directory names from then on.
 */
export async function locateCluster(dataDir: string, user: OsUser | undefined): Promise<string> {
  const inside = join(dataDir, 'postgres');
  const remembered = await readText(join(dataDir, POINTER_FILE));
  if (remembered) return claimOutside(remembered, dataDir);
  if (!user || canReach(dataDir, user)) return inside;
  if (await readText(join(inside, 'PG_VERSION')))
    throw new StartupProblem(
      'DATA_DIR_NOT_WRITABLE',
      `The database in ${inside} is out of reach of the user ${user.name} who runs PostgreSQL: a folder above it is closed to others. Open the way (chmod o+x), or move the data directory and set NEXUS_DATA_DIR.`,
    );
  const name = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 16);
  const cluster = join(OUTSIDE, name, 'cluster');
  await mkdir(dirname(cluster), { recursive: true, mode: 0o755 });
  await claimOutside(cluster, dataDir);
  await writeFile(join(dataDir, POINTER_FILE), `${cluster}\n`);
  return cluster;
}

/** Where the cluster of a data directory is by now, whether or not it exists. */
export async function clusterDirectory(dataDir: string): Promise<string> {
  return (await readText(join(dataDir, POINTER_FILE))) ?? join(dataDir, 'postgres');
}

/** A copied data directory points at the original's cluster: two must never share one. */
async function claimOutside(cluster: string, dataDir: string): Promise<string> {
  const ownerFile = join(dirname(cluster), 'owner');
  const self = await realpath(dataDir);
  const owner = await readText(ownerFile);
  if (owner === self) return cluster;
  if (owner && (await readText(join(owner, POINTER_FILE))) === cluster)
    throw new StartupProblem(
      'DATA_DIR_IN_USE',
      `${dataDir} is a copy of ${owner}, and both name the one database in ${cluster}. Run "npm run reset" in the original, or delete the copied data directory to begin anew.`,
    );
  await mkdir(dirname(cluster), { recursive: true, mode: 0o755 });
  await writeFile(ownerFile, `${self}\n`);
  return cluster;
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').then(
    (text) => text.trim() || undefined,
    () => undefined,
  );
}
