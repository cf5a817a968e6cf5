/** A call that is under way. */
export interface CallDeadline {
  readonly giveUp: () => void;
  readonly end: number;
  before: CallDeadline | undefined;
  after: CallDeadline | undefined;
}

/**
 * Gives up calls that take too long. All have the same time, so the oldest is always the next to run out, and one timer
 * serves them all. A linked list, because a Map that grows and shrinks leaves old tables behind, and with them whatever
 * its entries held.
 */
export class CallDeadlines {
  #first: CallDeadline | undefined;
  #last: CallDeadline | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly milliseconds: number) {}

  /** Calls `giveUp` when the time is over, unless it was deleted before. */
  add(giveUp: () => void): CallDeadline {
    const end = performance.now() + this.milliseconds;
    const deadline: CallDeadline = { giveUp, end, before: this.#last, after: undefined };
    if (this.#last) this.#last.after = deadline;
    else this.#first = deadline;
    this.#last = deadline;
    this.#timer ??= this.#wait(this.milliseconds);
    return deadline;
  }

  /** Once at most for each. */
  delete(deadline: CallDeadline): void {
    const { before, after } = deadline;
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
    else this.#last = before;
    // One that is gone must not keep alive the others.
    deadline.before = undefined;
    deadline.after = undefined;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#first = undefined;
    this.#last = undefined;
  }

  #wait(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#check(), milliseconds).unref();
  }

  #check(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (let call = this.#first; call; call = call.after) {
      if (call.end > now) {
        this.#timer = this.#wait(Math.ceil(call.end - now));
        return;
      }
      call.giveUp();
    }
  }
}
