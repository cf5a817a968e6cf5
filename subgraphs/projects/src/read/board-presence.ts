/** Whoever is not heard of for so long has left. */
export const PRESENCE_MS = 30_000;
/** Windows that one person is known by at once; of more the oldest is forgotten. */
const MAX_WINDOWS = 10;

/** A sign of life from one window of one person. */
export interface Beat {
  readonly userId: string;
  readonly windowId: string;
  /** The card that is being dragged there; null for none. */
  readonly taskId: string | null;
}

/** Somebody who looks at a board. */
export interface Viewer {
  readonly userId: string;
  readonly taskId: string | null;
  /** Since when, in milliseconds of the epoch. */
  readonly since: number;
}

interface Window extends Beat {
  readonly since: number;
  readonly seen: number;
}

/** Who looks at one board, from the signs of life of their windows. Pure: the time is told to it. */
export class BoardPresence {
  readonly #windows = new Map<string, Window>();

  /** Hears of a window at `now`; whether somebody sees a difference. */
  beat(beat: Beat, now: number): boolean {
    return this.#change(() => {
      const key = keyOf(beat);
      const since = this.#windows.get(key)?.since ?? now;
      this.#windows.delete(key);
      this.#windows.set(key, { ...beat, since, seen: now });
      const own = [...this.#windows].filter(([, { userId }]) => userId === beat.userId);
      for (const [old] of own.slice(0, -MAX_WINDOWS)) this.#windows.delete(old);
    });
  }

  /** A window was closed; whether somebody sees a difference. */
  leave(window: Pick<Beat, 'userId' | 'windowId'>): boolean {
    return this.#change(() => this.#windows.delete(keyOf(window)));
  }

  /** Forgets windows that were not heard of for 30 s; whether somebody sees a difference. */
  expire(now: number): boolean {
    return this.#change(() => {
      for (const [key, { seen }] of this.#windows) {
        if (seen + PRESENCE_MS <= now) this.#windows.delete(key);
      }
    });
  }

  /** Everybody once, whoever came first first. A card that any of their windows drags is theirs. */
  viewers(): Viewer[] {
    const people = Map.groupBy(this.#windows.values(), ({ userId }) => userId);
    return [...people]
      .map(([userId, windows]) => ({
        userId,
        taskId: windows.findLast(({ taskId }) => taskId !== null)?.taskId ?? null,
        since: Math.min(...windows.map(({ since }) => since)),
      }))
      .sort((a, b) => a.since - b.since || (a.userId < b.userId ? -1 : 1));
  }

  /** When the next window is forgotten unless it is heard of; undefined where nobody looks. */
  nextExpiry(): number | undefined {
    const seen = [...this.#windows.values()].map((window) => window.seen);
    return seen.length > 0 ? Math.min(...seen) + PRESENCE_MS : undefined;
  }

  #change(work: () => void): boolean {
    const before = JSON.stringify(this.viewers());
    work();
    return JSON.stringify(this.viewers()) !== before;
  }
}

const keyOf = ({ userId, windowId }: Pick<Beat, 'userId' | 'windowId'>) => `${userId}/${windowId}`;
