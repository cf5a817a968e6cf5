type Step = () => Promise<void>;

/**
 * Runs until told to stop (SIGINT, SIGTERM, SIGHUP), then runs the steps one after the other: no new requests,
 * running ones finish, jobs handed back, PostgreSQL shut down. A second signal ends the process at once.
 * A step that fails does not keep the others from running.
 */
export async function untilStopped(
  steps: readonly Step[],
  say: (sentence: string) => void,
): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, resolve);
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  say(`Stopping (${signal}) …`);
  await closeAll(steps);
  say('Stopped.');
}

/** Runs every step, also behind one that failed. Throws the first failure at the end. */
export async function closeAll(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
