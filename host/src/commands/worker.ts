import type { Environment } from '../config/index.js';
import { layFoundation } from '../house/foundation.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { startWork } from '../house/work.js';
import { subgraphs } from '../subgraphs.js';
import { untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus worker`: consumers and jobs of all subgraphs, no HTTP. */
export async function worker(environment: Environment): Promise<void> {
  const base = await layFoundation({ environment, say });
  const house = await openNexusHouse(base, { work: true });
  const work = await startWork(house.carriers.jobs, subgraphs, house.runtime);
  process.stdout.write('Worker is ready\n');
  await untilStopped([() => work.stop(), () => house.close(), () => base.close()], say);
}
