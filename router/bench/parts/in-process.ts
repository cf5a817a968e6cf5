import { fileURLToPath } from 'node:url';
import type { Figure } from '../../../scripts/bench/page.ts';
import { type Gateway, gateways } from '../gateways.ts';
import { queries } from '../graph/queries.ts';
import { load } from '../lib/load.ts';
import { GATEWAY_CORES } from '../lib/pinned.ts';
import { startGateway } from '../lib/start-gateway.ts';
import { World } from '../lib/world.ts';

const WHOLE = fileURLToPath(new URL('../processes/whole.ts', import.meta.url));
const whole: Gateway = {
  name: 'Nexus router with its subgraphs',
  command: (_file, port) => [process.execPath, WHOLE, String(port)],
};

/** The graph in one process against router and subgraphs in two, on the same core, every call executed. */
export async function inProcessAgainstHttp(seconds: number): Promise<Figure[]> {
  const world = await World.start({ cores: GATEWAY_CORES, live: true });
  try {
    const supergraph = world.supergraph();
    const figures: Figure[] = [];
    for (const query of ['large', 'small'] as const) {
      const rate = async (gateway: Gateway | undefined): Promise<number> => {
        if (!gateway) return Number.NaN;
        const { child, url } = await startGateway(gateway, supergraph);
        try {
          await load(url, queries[query](), Math.min(seconds, 5));
          return (await load(url, queries[query](), seconds)).rps;
        } finally {
          await child.stop();
        }
      };
      console.error(`${query}, in process and over HTTP …`);
      const overHttp = await rate(gateways.nexus);
      const inProcess = await rate(whole);
      figures.push({
        what: `${query}: in process against the same graph over HTTP`,
        measured: `${(inProcess / overHttp).toFixed(2)} ×`,
        target: '≥ 2 ×',
        met: inProcess / overHttp >= 2,
        detail: `${inProcess.toFixed(0)}/s and ${overHttp.toFixed(0)}/s, subgraphs executed, all on one core`,
      });
    }
    return figures;
  } finally {
    await world.stop();
  }
}
