// npm run reset: stops a Nexus that runs on the data directory and removes it, keys included.
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, runMain } from './lib/failure.mjs';
import { outsideFolder, runningInstance, runningServer, stopProcess } from './lib/instance.mjs';
import { ROOT } from './lib/paths.mjs';

/** One of these is in every data directory; a folder without them is not ours to remove. */
const MARKS = ['keys', 'instance.lock', 'postgres', 'postgres.location'];

await runMain(async () => {
  if (process.env.DATABASE_URL) {
    throw new Failure(
      'DATABASE_URL names a database of your own, which npm run reset leaves alone. Drop it with your tools, or unset DATABASE_URL.',
    );
  }
  const given = resolve(ROOT, process.env.NEXUS_DATA_DIR || '.nexus');
  if (!existsSync(given)) {
    process.stdout.write(`There is nothing to remove: ${given} does not exist.\n`);
    return 0;
  }
  const dataDir = realpathSync(given);
  const content = readdirSync(dataDir);
  if (content.length > 0 && !MARKS.some((mark) => content.includes(mark))) {
    throw new Failure(
      `${dataDir} does not look like a data directory of Nexus and is left alone. Check NEXUS_DATA_DIR.`,
    );
  }
  const instance = runningInstance(dataDir);
  if (instance) {
    process.stdout.write(`Stopping Nexus (process ${instance}) …\n`);
    await stopProcess(instance, 'SIGTERM');
  }
  const server = runningServer(dataDir);
  if (server) await stopProcess(server, 'SIGINT');
  const outside = outsideFolder(dataDir);
  if (outside) rmSync(outside, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  process.stdout.write(`${dataDir} is removed. npm start begins anew.\n`);
  return 0;
});
