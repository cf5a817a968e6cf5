import type { Environment } from '../config/index.js';
import { layFoundation, migrateAll } from '../house/foundation.js';
import { serveDistributed } from '../house/serve-distributed.js';
import { serveSingle } from '../house/serve-single.js';
import { closeAll, untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus up`: everything, in one process or as many, until told to stop. */
export async function up(environment: Environment): Promise<void> {
  const base = await layFoundation({ environment, say });
  const steps: (() => Promise<void>)[] = [];
  const stopped = untilStopped(steps, say);
  try {
    const applied = await migrateAll(base.urls);
    if (applied > 0) say(`Applied ${applied} migrations.`);
    const serve = environment.topology === 'distributed' ? serveDistributed : serveSingle;
    const served = await serve(base, say);
    steps.push(served.close, base.close);
    // One write, so that whoever waits for the last line has read the sign-ins too.
    process.stdout.write(
      `${[...served.announcement, `Nexus is ready at ${served.url}`].join('\n')}\n`,
    );
  } catch (error) {
    await closeAll([base.close]);
    throw error;
  }
  await stopped;
}
