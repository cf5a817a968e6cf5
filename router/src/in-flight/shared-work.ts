/** Something that is being done, for all who wait for it. */
interface Work<T> {
  readonly waiting: Set<Waiter<T>>;
  readonly abort: AbortController;
  /** On the clock of `performance.now`. */
  readonly began: number;
}

interface Waiter<T> {
  resolve(outcome: T): void;
  reject(reason: unknown): void;
}

/** Why somebody has no outcome: they did not wait for it. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

export interface SharedWorkOptions<T> {
  /** Milliseconds after it began during which others may join; whoever comes later gets work of its own. Default: any. */
  readonly joinableMs?: number;
  /** One outcome for each of so many who wait; default: all get the same. */
  readonly divide?: (outcome: T, count: number) => readonly T[];
}

/** Does once what is asked for again while it is being done. It is given up when the last who waits has gone. */
export class SharedWork<T> {
  readonly #underWay = new Map<string, Work<T>>();

  constructor(private readonly options: SharedWorkOptions<T> = {}) {}

  /**
   * The outcome of what is being done under this key, or of what is begun now.
   * @throws GivenUp when `signal` is aborted, whatever becomes of the work
   */
  async do(
    key: string,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) throw new GivenUp();
    const work = this.#joinable(key) ?? this.#begin(key, begin);
    let leave: (() => void) | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        const waiter = { resolve, reject };
        work.waiting.add(waiter);
        leave = () => {
          work.waiting.delete(waiter);
          reject(new GivenUp());
          if (work.waiting.size > 0) return;
          // Whoever asks from now on is not to get what was given up.
          this.#forget(key, work);
          work.abort.abort();
        };
        signal?.addEventListener('abort', leave, { once: true });
      });
    } finally {
      if (leave) signal?.removeEventListener('abort', leave);
    }
  }

  #joinable(key: string): Work<T> | undefined {
    const work = this.#underWay.get(key);
    const { joinableMs = Number.POSITIVE_INFINITY } = this.options;
    return work && performance.now() - work.began < joinableMs ? work : undefined;
  }

  #begin(key: string, begin: (signal: AbortSignal) => Promise<T>): Work<T> {
    const work: Work<T> = {
      waiting: new Set(),
      abort: new AbortController(),
      began: performance.now(),
    };
    this.#underWay.set(key, work);
    const settle = (tell: (waiter: Waiter<T>, index: number) => void): void => {
      this.#forget(key, work);
      [...work.waiting].forEach(tell);
    };
    begin(work.abort.signal)
      .then((outcome) => {
        const outcomes = this.options.divide?.(outcome, work.waiting.size);
        settle((waiter, index) => waiter.resolve(outcomes?.[index] ?? outcome));
      })
      .catch((reason) => settle((waiter) => waiter.reject(reason)));
    return work;
  }

  #forget(key: string, work: Work<T>): void {
    if (this.#underWay.get(key) === work) this.#underWay.delete(key);
  }
}
