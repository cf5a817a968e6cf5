import type { SubscriptionState } from '@nexus/sdk';

/**
 * Whether what is on the screen follows the graph: `live`, `reconnecting` while a line is being mended, `offline`
 * where the device has no network, and `idle` where nothing is followed.
 */
export interface LiveState {
  readonly status: 'idle' | 'live' | 'reconnecting' | 'offline';
  /** Since when, in milliseconds of the clock: what is shown may be as old as that. */
  readonly since: number;
  /** The page was opened without the graph: what is shown was kept, as of `since`. */
  readonly isKept?: true;
}

/** One subscription's part in it. */
export interface LinePart {
  readonly tell: (state: SubscriptionState) => void;
  readonly leave: () => void;
}

/** The state of all subscriptions together, to be read by `useSyncExternalStore`. */
export interface LiveLine {
  readonly state: LiveState;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  join(): LinePart;
  /** The graph has answered: what was kept is being replaced. */
  heard(): void;
}

type Surroundings = Pick<Window, 'addEventListener'> & { readonly navigator: { onLine: boolean } };

/**
 * @param now milliseconds; @param surroundings where the network's coming and going is told: `window`
 * @param keptAsOf of when what is shown is, where the page is opened without the graph
 */
export function createLiveLine(
  now: () => number,
  surroundings: Surroundings,
  keptAsOf?: number,
): LiveLine {
  const parts = new Map<object, SubscriptionState | 'opening'>();
  const listeners = new Set<() => void>();
  let kept = keptAsOf;
  let state: LiveState = { status: 'idle', since: now() };

  function statusOf(): LiveState['status'] {
    if (!surroundings.navigator.onLine) return 'offline';
    if (kept !== undefined) return 'reconnecting';
    const states = new Set(parts.values());
    if (states.has('reconnecting')) return 'reconnecting';
    if (states.size === 0) return 'idle';
    if (!states.has('opening')) return 'live';
    // One that is only being opened makes nothing on the screen older than it was, and nothing live.
    return state.status === 'offline' ? 'reconnecting' : state.status;
  }

  function update(): void {
    const status = statusOf();
    if (status === state.status && (kept !== undefined) === (state.isKept ?? false)) return;
    state = kept === undefined ? { status, since: now() } : { status, since: kept, isKept: true };
    for (const listener of listeners) listener();
  }

  function heard(): void {
    kept = undefined;
    update();
  }

  update();
  surroundings.addEventListener('online', update);
  surroundings.addEventListener('offline', update);
  return {
    get state() {
      return state;
    },
    heard,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    join() {
      const part = {};
      parts.set(part, 'opening');
      update();
      return {
        tell(next) {
          if (!parts.has(part)) return;
          parts.set(part, next);
          if (next === 'listening') heard();
          else update();
        },
        leave() {
          parts.delete(part);
          update();
        },
      };
    },
  };
}
