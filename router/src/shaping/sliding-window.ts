const SLICES = 10;

/** Successes and failures of the last while, forgotten a tenth at a time. */
export class SlidingWindow {
  readonly #slices = Array.from({ length: SLICES }, () => ({ epoch: -1, total: 0, failed: 0 }));
  readonly #sliceMs: number;

  constructor(milliseconds: number) {
    this.#sliceMs = milliseconds / SLICES;
  }

  add(failed: boolean, now: number): void {
    const epoch = Math.floor(now / this.#sliceMs);
    const slice = this.#slices[epoch % SLICES];
    if (!slice) return;
    if (slice.epoch !== epoch) Object.assign(slice, { epoch, total: 0, failed: 0 });
    slice.total++;
    if (failed) slice.failed++;
  }

  counts(now: number): { total: number; failed: number } {
    const oldest = Math.floor(now / this.#sliceMs) - SLICES;
    let total = 0;
    let failed = 0;
    for (const slice of this.#slices) {
      if (slice.epoch <= oldest) continue;
      total += slice.total;
      failed += slice.failed;
    }
    return { total, failed };
  }

  clear(): void {
    for (const slice of this.#slices) Object.assign(slice, { epoch: -1, total: 0, failed: 0 });
  }
}
