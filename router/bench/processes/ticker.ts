// A router with one topic: ticker.ts <port>. Callers are told apart by `user` in their connectionParams.
// Over IPC: { rate, seconds } lets it tick, { collect } answers the resident memory in bytes after a collection.

import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { composeSubgraphs } from '../../dist/compose/index.js';
import { createRouter, demandControl, inProcess } from '../../dist/index.js';
import { type Tick, tickerSchemas, tickerTypeDefs } from '../graph/ticker.ts';
import { asFunctions } from '../lib/as-functions.ts';

interface User {
  readonly id: string;
}

const [port = '0'] = process.argv.slice(2);
const listeners = new Set<(tick: Tick) => void>();

async function* ticked(): AsyncGenerator<{ ticked: Tick }> {
  const waiting: Tick[] = [];
  let wake = (): void => {};
  const listener = (tick: Tick): void => {
    waiting.push(tick);
    wake();
  };
  listeners.add(listener);
  try {
    for (;;) {
      const tick = waiting.shift();
      if (tick) yield { ticked: tick };
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    listeners.delete(listener);
  }
}

const composed = composeSubgraphs(
  Object.entries(tickerTypeDefs).map(([name, typeDefs]) => ({ name, typeDefs })),
);
if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
const schemas = tickerSchemas(ticked);
const router = await createRouter<User>({
  supergraph: composed.supergraphSdl,
  subgraphs: Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, inProcess<User>(asFunctions(schema))]),
  ),
  authentication: {
    authenticate: async ({ connectionParams }) =>
      connectionParams ? { principal: { id: String(connectionParams.user) } } : { anonymous: true },
    audience: ({ id }) => id,
  },
  plugins: [demandControl<User>({ max: 10_000_000 })],
  limits: { eventQueue: 10_000 },
  logger: pino({ level: 'warn' }),
});
await router.start({ port: Number(port) });

process.on('message', async (asked: { rate: number; seconds: number } | { collect: true }) => {
  if ('collect' in asked) {
    for (let round = 0; round < 5; round++) {
      globalThis.gc?.();
      await pause(200);
    }
    process.send?.({ rss: process.memoryUsage.rss(), listeners: listeners.size });
    return;
  }
  const ticks = asked.rate * asked.seconds;
  const started = performance.now();
  for (let number = 0; number < ticks; number++) {
    const wait = started + (number * 1000) / asked.rate - performance.now();
    if (wait > 0) await pause(wait);
    const at = performance.timeOrigin + performance.now();
    for (const listener of listeners) listener({ at, product: { upc: '1', price: number } });
  }
  process.send?.({ ticks });
});
process.on('disconnect', () => process.exit());
