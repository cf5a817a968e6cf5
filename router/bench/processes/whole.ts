// The same graph in one process: whole.ts <port>. The four subgraphs are functions.

import { pino } from 'pino';
import { composeSubgraphs } from '../../dist/compose/index.js';
import { createRouter, demandControl, inProcess } from '../../dist/index.js';
import { names, schemaOf, typeDefsOf } from '../graph/subgraphs.ts';
import { asFunctions } from '../lib/as-functions.ts';

const [port = '0'] = process.argv.slice(2);
const composed = composeSubgraphs(names.map((name) => ({ name, typeDefs: typeDefsOf(name) })));
if (!composed.ok) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
const router = await createRouter({
  supergraph: composed.supergraphSdl,
  subgraphs: Object.fromEntries(
    names.map((name) => [name, inProcess(asFunctions(schemaOf(name)))]),
  ),
  plugins: [demandControl({ max: 10_000_000 })],
  logger: pino({ level: 'warn' }),
});
await router.start({ port: Number(port) });
process.on('SIGTERM', () => process.exit());
