import { prepareDemo } from '../seed/prepare.js';
import { announce, readSignIns } from '../seed/sign-ins.js';
import { subgraphs } from '../subgraphs.js';
import type { Foundation } from './foundation.js';
import { openNexusHouse } from './nexus-house.js';
import { serveRouter } from './serve-router.js';
import type { OnStop, Served } from './served.js';
import { startWork } from './work.js';

/** Single topology: router, subgraphs, consumers and jobs in this process. */
export async function serveSingle(
  base: Foundation,
  say: (sentence: string) => void,
  onStop: OnStop,
): Promise<Served> {
  const { environment } = base;
  if (environment.seed === 'demo') await prepareDemo(base, say);
  const house = await openNexusHouse(base, { work: true });
  onStop(house.close);
  const signIns = environment.seed === 'demo' ? await readSignIns(environment.dataDir) : [];
  const work = await startWork(house.carriers.jobs, subgraphs, house.runtime);
  onStop(work.stop);
  const router = await serveRouter(base, house, { signIns });
  onStop(router.close);
  return { url: `http://localhost:${environment.port}`, announcement: announce(signIns) };
}
