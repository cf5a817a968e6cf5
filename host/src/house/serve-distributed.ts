import { prepareDemo } from '../seed/prepare.js';
import { announce, readSignIns } from '../seed/sign-ins.js';
import { domains } from '../subgraphs.js';
import type { Foundation } from './foundation.js';
import { freePort } from './free-port.js';
import { openNexusHouse } from './nexus-house.js';
import { startOwnProcess } from './own-process.js';
import { serveRouter } from './serve-router.js';
import type { OnStop, Served } from './served.js';

/**
 * Distributed topology on one machine: a process for each subgraph and one for the work, the router here. One
 * that dies is started again, on the same port.
 */
export async function serveDistributed(
  base: Foundation,
  say: (sentence: string) => void,
  onStop: OnStop,
): Promise<Served> {
  const { environment, masterKey } = base;
  if (environment.seed === 'demo') await prepareDemo(base, say);
  const url = environment.publicUrl ?? `http://localhost:${environment.port}`;
  const shared = {
    NEXUS_MASTER_KEY: masterKey.toString('base64'),
    NEXUS_PUBLIC_URL: url,
    HOST: '127.0.0.1',
  };
  const start = async (...args: string[]): Promise<number> => {
    const port = await freePort();
    const variables = { ...shared, PORT: String(port) };
    const own = await startOwnProcess({ args, variables, say });
    onStop(own.stop);
    return port;
  };
  const [, ...addresses] = await Promise.all([
    start('worker'),
    ...domains.map(async ({ name }) => {
      const port = await start('subgraph', name);
      say(`Subgraph ${name} runs.`);
      return [name, `http://127.0.0.1:${port}/graphql`] as const;
    }),
  ]);
  const house = await openNexusHouse(base, { work: false, poolSize: 8 });
  onStop(house.close);
  const signIns = environment.seed === 'demo' ? await readSignIns(environment.dataDir) : [];
  const subgraphUrls = Object.fromEntries(addresses);
  const router = await serveRouter(base, house, { signIns, subgraphUrls });
  onStop(router.close);
  return { url: `http://localhost:${environment.port}`, announcement: announce(signIns) };
}
