import { prepareDemo } from '../seed/prepare.js';
import { announce, readSignIns } from '../seed/sign-ins.js';
import { subgraphs } from '../subgraphs.js';
import type { Foundation } from './foundation.js';
import { openNexusHouse } from './nexus-house.js';
import { serveRouter } from './serve-router.js';
import type { Served } from './served.js';
import { startWork } from './work.js';

/** Single topology: router, subgraphs, consumers and jobs in this process. */
export async function serveSingle(
  base: Foundation,
  say: (sentence: string) => void,
): Promise<Served> {
  const { environment } = base;
  if (environment.seed === 'demo') await prepareDemo(base, say);
  const house = await openNexusHouse(base, { work: true });
  try {
    const signIns = environment.seed === 'demo' ? await readSignIns(environment.dataDir) : [];
    const work = await startWork(house.carriers.jobs, subgraphs, house.runtime);
    const router = await serveRouter(base, house, { signIns });
    return {
      url: `http://localhost:${environment.port}`,
      announcement: announce(signIns),
      async close() {
        await router.close();
        await work.stop();
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}
