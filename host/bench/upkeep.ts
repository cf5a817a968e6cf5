import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../../scripts/bench/page.ts';
import { startNexus } from './lib/nexus.ts';
import type { World } from './world.ts';

const IDLE_MS = 60_000;
const MIB = 2 ** 20;

/** How fast a read model comes back from the log, and what a house at rest holds. */
export async function measureUpkeep(world: World): Promise<Figure[]> {
  const { events, seconds } = world.rebuilt;
  const perSecond = events / seconds;
  const nexus = await startNexus(world);
  try {
    await sleep(IDLE_MS);
    const rss = (await nexus.process.call<number>('rss')) / MIB;
    return [
      {
        what: 'projection of tasks rebuilt',
        measured: `${Math.round(perSecond).toLocaleString('en')} events/s`,
        target: '≥ 20,000 events/s',
        met: perSecond >= 20_000,
        detail: `${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s, swap included`,
      },
      {
        what: 'resident memory of Node after 60 s idle',
        measured: `${Math.round(rss)} MiB`,
        target: '≤ 350 MiB',
        met: rss <= 350,
        detail: 'router, four subgraphs, consumers and jobs in one process',
      },
    ];
  } finally {
    await nexus.stop();
  }
}
