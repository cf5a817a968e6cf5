import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@nexus/kit/events';

const FLOOR_MS = 300;

/** No refusal is faster than 300 ms, whatever it took to find out: its duration tells nothing of accounts. */
export async function withAnswerFloor<Result>(work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) await restOf(began);
    throw error;
  }
}

/** The same where the answer is always the same: it always takes as long. */
export async function atFixedPace(work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  try {
    await work();
  } finally {
    await restOf(began);
  }
}

async function restOf(began: number): Promise<void> {
  const rest = FLOOR_MS - (performance.now() - began);
  if (rest > 0) await sleep(rest);
}
