import { fileURLToPath } from 'node:url';
import type { Figure } from '../../../scripts/bench/page.ts';
import { median, percentile } from '../../../scripts/bench/statistics.ts';
import type { Gateway } from '../gateways.ts';
import { OTHER_CORES, Pinned } from '../lib/pinned.ts';
import { type Running, startGateway } from '../lib/start-gateway.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ticker: Gateway = {
  name: 'Nexus router',
  command: (_file, port) => [
    ...[process.execPath, '--expose-gc', at('../processes/ticker.ts'), String(port)],
  ],
};
const SUBSCRIBERS = 1_000;
const RATE = 50;
const IDLE = 5_000;
const WARM_SECONDS = 3;

async function withClients<T>(
  count: number,
  users: number,
  use: (gateway: Running, clients: () => Promise<Pinned>) => Promise<T>,
): Promise<T> {
  const gateway = await startGateway(ticker, '');
  const started: Pinned[] = [];
  const clients = async (): Promise<Pinned> => {
    const url = gateway.url.replace('http', 'ws');
    const command = [at('../processes/subscribers.ts'), url, String(count), String(users)];
    const child = new Pinned(OTHER_CORES, [process.execPath, ...command]);
    started.push(child);
    await child.message();
    return child;
  };
  try {
    return await use(gateway, clients);
  } finally {
    for (const child of started) await child.stop();
    await gateway.child.stop();
  }
}

/** One topic, a thousand subscribers: from the tick to the client. */
export async function fanOut(seconds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const users of [1, 50]) {
    console.error(`fan-out to ${SUBSCRIBERS} subscribers of ${users} authorization contexts …`);
    figures.push(
      await withClients(SUBSCRIBERS, users, async ({ child }, open) => {
        const clients = await open();
        await child.message({ rate: RATE, seconds: WARM_SECONDS });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await clients.message({});
        const before = child.cpuMs;
        const started = performance.now();
        await child.message({ rate: RATE, seconds });
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        const busy = (child.cpuMs - before) / (performance.now() - started - 2_000);
        const latencies = (await clients.message({})).latencies as number[];
        const p99 = percentile(latencies, 0.99);
        const whole = latencies.length === SUBSCRIBERS * RATE * seconds;
        return {
          what: `p99 from event to client, ${SUBSCRIBERS} subscribers at ${RATE} events/s, ${users} authorization context${users > 1 ? 's' : ''}`,
          measured: `${p99.toFixed(1)} ms`,
          target: users > 1 ? 'published' : '≤ 100 ms',
          met: whole && (users > 1 || p99 <= 100),
          detail: `${latencies.length} of ${SUBSCRIBERS * RATE * seconds} deliveries, median ${median(latencies).toFixed(1)} ms, ${(busy * 100).toFixed(0)} % of one core`,
        };
      }),
    );
  }
  return figures;
}

/** What a subscriber costs who hears nothing. */
export async function idleSubscribers(): Promise<Figure[]> {
  console.error(`${IDLE} idle subscribers …`);
  return withClients(IDLE, 1, async ({ child }, open) => {
    const rss = async (): Promise<number> => Number((await child.message({ collect: true })).rss);
    const before = await rss();
    await open();
    const after = await rss();
    const each = (after - before) / IDLE / 1024;
    const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
    return [
      {
        what: `memory per idle subscriber, ${IDLE} on one process`,
        measured: `${each.toFixed(1)} KiB`,
        target: '≤ 40 KiB',
        met: each <= 40,
        detail: `resident ${mebibytes(before)} MiB before, ${mebibytes(after)} MiB with them, after a collection`,
      },
    ];
  });
}
