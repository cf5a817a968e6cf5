import { type Environment, StartupProblem } from '../config/index.js';
import { layFoundation } from '../house/foundation.js';
import { openNexusHouse } from '../house/nexus-house.js';
import { serveRouter } from '../house/serve-router.js';
import { readSignIns } from '../seed/sign-ins.js';
import { domains } from '../subgraphs.js';
import { untilStopped } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

/** `nexus router`: the router alone, before subgraphs that NEXUS_SUBGRAPHS names. */
export function router(environment: Environment): Promise<void> {
  const urls = environment.subgraphUrls ?? {};
  const missing = domains.filter(({ name }) => !urls[name]).map(({ name }) => name);
  if (missing.length > 0) {
    throw new StartupProblem(
      'USAGE',
      `NEXUS_SUBGRAPHS does not say where these listen: ${missing.join(', ')}.`,
    );
  }
  return untilStopped(say, async (onStop) => {
    const base = await layFoundation({ environment, say });
    onStop(base.close);
    const house = await openNexusHouse(base, { work: false, poolSize: 8 });
    onStop(house.close);
    const signIns = environment.seed === 'demo' ? await readSignIns(environment.dataDir) : [];
    const served = await serveRouter(base, house, { signIns, subgraphUrls: urls });
    onStop(served.close);
    process.stdout.write(`Router is ready at http://localhost:${environment.port}\n`);
  });
}
