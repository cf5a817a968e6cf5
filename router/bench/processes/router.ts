// Ours: router.ts <supergraph file> <port> [shared], with limits, authorization, cost, metrics and request ids on.
// Over IPC: { swap: file } puts another supergraph in force.

import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { createRouter, demandControl, http } from '../../dist/index.js';

const [file = '', port = '0', sharing] = process.argv.slice(2);
const shared = sharing === 'shared';
const router = await createRouter({
  supergraph: readFileSync(file, 'utf8'),
  subgraphs: (_name, url) => http({ url }),
  plugins: [demandControl({ max: 10_000_000 })],
  deduplicate: shared,
  ...(shared && { traffic: { default: { deduplicate: () => '' } } }),
  // Cold operations are timed, the load is not.
  serverTiming: ({ record }) => record?.arrival.client === 'timed',
  logger: pino({ level: 'warn' }),
});
await router.start({ port: Number(port) });
process.on('message', async ({ swap }: { swap: string }) => {
  process.send?.(await router.swapSupergraph(readFileSync(swap, 'utf8')));
});
process.on('SIGTERM', () => process.exit());
