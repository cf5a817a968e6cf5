/** Every command of `nexus`, with what `nexus help` says of it. */
export const COMMANDS = {
  up: 'migrate, seed an empty database, and serve everything in one process',
  migrate: 'bring the database to the schema of this version',
  seed: 'create the demo tenant where it is missing',
  compose: 'compose the supergraph into schema/; with --check only compare',
  rebuild: 'replay the log into a projection and swap it in: rebuild <projection>',
  verify: 'check the log, the ledger and the projections against each other',
  worker: 'run the consumers, jobs and timers alone',
  subgraph: 'serve one subgraph over HTTP: subgraph <name>',
  router: 'serve the router alone, in front of NEXUS_SUBGRAPHS',
} as const satisfies Record<string, string>;

export type Command = keyof typeof COMMANDS;

/** Whether a word of the command line is a command. */
export function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}
