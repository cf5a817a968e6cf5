/** Where in the log an event stands: opaque, to be handed back as `$after`. */
export type Sequence = string;

/** The `sequence` that an event's payload carries: the one of its root field's object. */
export function sequenceOf(data: unknown): Sequence | undefined {
  for (const root of Object.values(data ?? {})) {
    if (typeof root === 'object' && root !== null && 'sequence' in root) {
      if (typeof root.sequence === 'string') return root.sequence;
    }
  }
  return undefined;
}

/** Remembers the last sequences seen, so that an event replayed at a seam is passed over. */
export class SeenSequences {
  readonly #seen = new Set<Sequence>();

  constructor(readonly capacity = 1_000) {}

  /** True when this one is new. */
  add(sequence: Sequence): boolean {
    if (this.#seen.has(sequence)) return false;
    this.#seen.add(sequence);
    if (this.#seen.size > this.capacity) {
      const [oldest] = this.#seen;
      if (oldest !== undefined) this.#seen.delete(oldest);
    }
    return true;
  }
}
