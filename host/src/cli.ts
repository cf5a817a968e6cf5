#!/usr/bin/env node
import { compose } from './commands/compose.js';
import type { Environment } from './config/index.js';
import { explainListenError, readEnvironment, StartupProblem } from './config/index.js';

const USAGE = `nexus <command>

  up                    start everything: PostgreSQL, migrations, the demo, the router
  migrate               bring the database to the present schema
  seed                  fill an empty database with the demo tenant
  compose [--check]     write the schema's snapshots to schema/, or check them
  rebuild <projection>  replay the log into a fresh read model and swap it in
  verify                check that the ledger balances, numbers have no gap, projections follow the log
  worker                run consumers and jobs only
  router                run the router only, before subgraphs in processes of their own
  subgraph <name>       serve one subgraph over HTTP`;

type Command = (environment: Environment, args: readonly string[]) => Promise<void>;

/** Loaded when asked for: \`compose\` needs no database driver, and \`up\` no rebuild. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import('./commands/up.js')).up,
  migrate: async () => (await import('./commands/maintain.js')).migrateCommand,
  seed: async () => (await import('./commands/maintain.js')).seedCommand,
  rebuild: async () => (await import('./commands/maintain.js')).rebuildCommand,
  verify: async () => (await import('./commands/maintain.js')).verifyCommand,
  worker: async () => (await import('./commands/worker.js')).worker,
  router: async () => (await import('./commands/router.js')).router,
  subgraph: async () => (await import('./commands/subgraph.js')).subgraph,
  compose: async () => (_, args) => compose(args, (sentence) => console.log(sentence)),
};

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const load = COMMANDS[name];
  if (!load)
    throw new StartupProblem('USAGE', name ? `Nexus has no command "${name}".\n\n${USAGE}` : USAGE);
  const read = readEnvironment(process.env, process.cwd());
  if (!read.ok) throw new StartupProblem('BAD_ENVIRONMENT', read.problems.join('\n'));
  const command = await load();
  await command(read.environment, args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const explained = explainListenError(error, Number(process.env.PORT ?? 4000));
  if (explained instanceof StartupProblem) console.error(explained.message);
  else console.error('Nexus could not go on:', explained);
  process.exitCode = 1;
  // What was left open must not keep a process that has failed.
  const end = () => {
    console.error('Something was left open; it is given up.');
    process.exit();
  };
  setTimeout(end, 5_000).unref();
});
