import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until `probe` gives something; fails after half a minute. A probe that fails has found nothing. */
export async function eventually<Found>(probe: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await probe().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new RangeError('Nothing came within half a minute.');
    await sleep(25);
  }
}
