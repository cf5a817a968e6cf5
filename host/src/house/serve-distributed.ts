import { prepareDemo } from '../seed/prepare.js';
import { announce, readSignIns } from '../seed/sign-ins.js';
import { subgraphs } from '../subgraphs.js';
import type { Foundation } from './foundation.js';
import { openNexusHouse } from './nexus-house.js';
import { freePort, type OwnProcess, startProcess } from './processes.js';
import { serveRouter } from './serve-router.js';
import type { Served } from './served.js';

/** Distributed topology on one machine: a process for each subgraph and one for the work, the router here. */
export async function serveDistributed(
  base: Foundation,
  say: (sentence: string) => void,
): Promise<Served> {
  const { environment, masterKey } = base;
  if (environment.seed === 'demo') await prepareDemo(base, say);
  const shared = { NEXUS_MASTER_KEY: masterKey.toString('base64'), HOST: '127.0.0.1' };
  const processes: OwnProcess[] = [];
  const stopAll = () => Promise.all(processes.map((own) => own.stop()));
  try {
    const urls: Record<string, string> = {};
    await Promise.all(
      subgraphs.map(async ({ name }) => {
        const port = await freePort();
        processes.push(await startProcess(['subgraph', name], { ...shared, PORT: String(port) }));
        urls[name] = `http://127.0.0.1:${port}/graphql`;
        say(`Subgraph ${name} runs.`);
      }),
    );
    processes.push(await startProcess(['worker'], { ...shared, PORT: String(await freePort()) }));
    const house = await openNexusHouse(base, { work: false, poolSize: 8 });
    const signIns = environment.seed === 'demo' ? await readSignIns(environment.dataDir) : [];
    const router = await serveRouter(base, house, { signIns, subgraphUrls: urls });
    return {
      url: `http://localhost:${environment.port}`,
      announcement: announce(signIns),
      async close() {
        await router.close();
        await stopAll();
        await house.close();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
