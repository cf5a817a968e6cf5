/** Thrown when no slot came free in time: the server is busy, and says so instead of piling up work. */
export class NoSlot extends Error {
  override readonly name = 'NoSlot';
}

/** Lets so many pieces of work run at once; others wait in line, but not for long. */
export class Slots {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(
    size: number,
    private readonly waitMs: number,
  ) {
    this.#free = size;
  }

  /** Throws NoSlot after the wait. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free++;
    }
  }

  #enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(new NoSlot('Too many sign-ins at once'));
      }, this.waitMs);
      this.#line.push(enter);
    });
  }
}
