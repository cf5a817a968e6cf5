import type { Environment } from '../config/index.js';
import { layFoundation } from '../house/foundation.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { startWork } from '../house/work.js';
import { subgraphs } from '../subgraphs.js';
import { untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus worker`: consumers and jobs of all subgraphs, no HTTP. */
export function worker(environment: Environment): Promise<void> {
  return untilStopped(say, async (onStop) => {
    const base = await layFoundation({ environment, say });
    onStop(base.close);
    const house = await openNexusHouse(base, { work: true });
    onStop(house.close);
    const work = await startWork(house.carriers.jobs, subgraphs, house.runtime);
    onStop(work.stop);
    process.stdout.write('Worker is ready\n');
  });
}
