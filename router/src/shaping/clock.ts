/** Time as traffic shaping knows it, in milliseconds from some beginning. Tests bring their own. */
export interface Clock {
  now(): number;
  /** Calls `then` once after `milliseconds`. Returns how to take it back. */
  after(milliseconds: number, then: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
