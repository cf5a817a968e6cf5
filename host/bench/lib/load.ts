import { setTimeout as sleep } from 'node:timers/promises';

/** Operations per second of `operation`, run over and over by so many at once for so long. */
export async function throughput(
  operation: (i: number) => Promise<unknown>,
  { concurrency, ms }: { readonly concurrency: number; readonly ms: number },
): Promise<number> {
  const started = performance.now();
  let done = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - started < ms) {
      await operation(next++);
      done++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (done / (performance.now() - started)) * 1000;
}

/** Milliseconds of one call. */
export async function timed(operation: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await operation();
  return performance.now() - started;
}

/** Calls `begin` so many times a second, evenly, however long each takes; ends when all have. Rejects where one did. */
export async function atRate(
  begin: (i: number) => Promise<unknown>,
  { perSecond, ms }: { readonly perSecond: number; readonly ms: number },
): Promise<void> {
  const total = Math.round((perSecond * ms) / 1000);
  const started = performance.now();
  const running: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  for (let i = 0; i < total; i++) {
    const due = started + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    running.push(begin(i).catch((error: unknown) => failures.push(error)));
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
