/** The middle one; of an even number the upper of the two. NaN of none. */
export function median(values: ArrayLike<number>): number {
  return percentile(values, 0.5);
}

/** Nearest-rank percentile: the value below which `share` (0 to 1) of `values` lie. NaN of none. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
