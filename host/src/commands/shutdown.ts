import { constants } from 'node:os';
import type { OnStop } from '../house/served.js';

type Step = () => Promise<void>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/**
 * Starts, then runs until told to stop by a signal or by the end of the process that has started us, then closes
 * what was opened, one after the other: no new requests, running ones finish, jobs handed back, PostgreSQL shut
 * down. A second signal ends the process at once. Told to stop while it still starts, it closes what is open and
 * ends the process, whatever the start was waiting for. Throws what `start` throws, with everything closed.
 */
export async function untilStopped(
  say: (sentence: string) => void,
  start: (onStop: OnStop) => Promise<void>,
): Promise<void> {
  const steps: Step[] = [];
  const told = stopSignal();
  const starting = start((step) => steps.unshift(step)).then(() => undefined);
  let signal: Signal | undefined;
  try {
    signal = await Promise.race([starting, told]);
  } catch (error) {
    await closeAll(steps).catch(() => {}); // why it did not start is what matters
    throw error;
  }
  const early = signal !== undefined;
  signal ??= await told;
  for (const name of SIGNALS) process.once(name, () => process.exit(exitCode(name)));
  say(`Stopping (${signal}) …`);
  if (early) starting.catch(() => {});
  await closeAll(steps);
  say('Stopped.');
  if (early) process.exit(exitCode(signal));
}

function stopSignal(): Promise<Signal> {
  return new Promise((resolve) => {
    for (const name of SIGNALS) process.once(name, resolve);
    if (!process.channel) return;
    process.once('disconnect', () => resolve('SIGHUP'));
    process.channel.unref();
  });
}

/** As a shell would report it. */
function exitCode(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/** Runs every step, also behind one that failed. Throws the first failure at the end. */
export async function closeAll(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
