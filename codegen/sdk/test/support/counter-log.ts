import { EventEmitter, on } from 'node:events';

/** An event log of one counter; a subscription replays what is after a sequence, then follows. */
export class CounterLog {
  readonly #values: number[] = [];
  readonly #live = new EventEmitter().setMaxListeners(0);
  readonly #outcomes = new Map<string, number>();

  get value(): number {
    return this.#values.at(-1) ?? 0;
  }

  add(by: number, key?: string): number {
    const before = key === undefined ? undefined : this.#outcomes.get(key);
    if (before !== undefined) return before;
    const value = this.value + by;
    this.#values.push(value);
    if (key !== undefined) this.#outcomes.set(key, value);
    this.#live.emit('event');
    return value;
  }

  async *follow(after: string | undefined, signal: AbortSignal) {
    let next = after === undefined ? this.#values.length : Number(after.slice(1));
    const wakes = on(this.#live, 'event', { signal });
    try {
      for (;;) {
        for (; next < this.#values.length; next++) {
          yield { counterChanged: { sequence: `s${next + 1}`, value: this.#values[next] } };
        }
        await wakes.next();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
