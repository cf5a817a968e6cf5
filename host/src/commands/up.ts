import { assertPortFree, type Environment } from '../config/index.js';
import { layFoundation, migrateAll } from '../house/foundation.js';
import { serveDistributed } from '../house/serve-distributed.js';
import { serveSingle } from '../house/serve-single.js';
import { untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus up`: everything, in one process or as many, until told to stop. */
export function up(environment: Environment): Promise<void> {
  return untilStopped(say, async (onStop) => {
    await assertPortFree(environment);
    const base = await layFoundation({ environment, say });
    onStop(base.close);
    const applied = await migrateAll(base.urls);
    if (applied > 0) say(`Applied ${applied} migrations.`);
    const serve = environment.topology === 'distributed' ? serveDistributed : serveSingle;
    const { announcement, url } = await serve(base, say, onStop);
    // One write, so that whoever waits for the last line has read the sign-ins too.
    process.stdout.write(`${[...announcement, `Nexus is ready at ${url}`].join('\n')}\n`);
  });
}
