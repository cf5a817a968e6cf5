// A host in a process of its own, to be killed by a test: prints its server's pid and URL, then waits.
import { registerSourceResolution } from '../support/typescript-source.mjs';

registerSourceResolution();
const { startPostgres } = await import('../../src/postgres/index.ts');
const [dataDir, settings] = process.argv.slice(2);
const server = await startPostgres({ dataDir, settings: JSON.parse(settings) });
process.stdout.write(`${JSON.stringify({ pid: server.pid(), adminUrl: server.adminUrl })}\n`);
setInterval(() => undefined, 60_000);
