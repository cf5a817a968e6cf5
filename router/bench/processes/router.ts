// Ours: router.ts <supergraph file> <port>, with limits, request ids and metrics on, as they are by default.

import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { createRouter, http } from '../../dist/index.js';

const [file = '', port = '0'] = process.argv.slice(2);
const router = await createRouter({
  supergraph: readFileSync(file, 'utf8'),
  subgraphs: (_name, url) => http({ url }),
  logger: pino({ level: 'warn' }),
});
await router.start({ port: Number(port) });
process.on('SIGTERM', () => process.exit());
