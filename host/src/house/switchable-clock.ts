import { type Clock, systemClock } from '@nexus/kit/domain';

/** The clock of a process: the system's, but for the time in which history is seeded. */
export class SwitchableClock implements Clock {
  #clock: Clock = systemClock;

  now(): Date {
    return this.#clock.now();
  }

  /** Tells another clock's time until the returned function is called. */
  follow(clock: Clock): () => void {
    this.#clock = clock;
    return () => {
      this.#clock = systemClock;
    };
  }
}
