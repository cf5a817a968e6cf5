import type { SubscriptionState } from '@nexus/sdk';

export interface LiveEvent {
  /** The first one is 1. */
  readonly number: number;
  readonly at: Date;
  readonly data: unknown;
}

export type LiveStatus =
  | 'idle'
  /** Asked for, not yet there. */
  | 'connecting'
  | SubscriptionState
  /** Left by the reader: the stop button, or another tab. */
  | 'stopped'
  /** Ended by the server, or with the session. */
  | 'ended'
  /** Somebody else is signed in: what was seen is gone. */
  | 'cleared';

export interface LiveState {
  readonly status: LiveStatus;
  /** The subscription's name. */
  readonly title: string;
  /** All events since it began. */
  readonly count: number;
  /** The last of them, newest first. */
  readonly events: readonly LiveEvent[];
}

/** What one subscription tells; nothing that it says counts once another one has begun. */
export interface LiveReport {
  state(state: SubscriptionState): void;
  event(data: unknown): void;
  end(status: 'stopped' | 'ended'): void;
}

/** The subscription that runs in the editor, or ran there last. */
export interface Live {
  readonly state: LiveState;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  begin(title: string): LiveReport;
  /** Forgets what was seen, because it was somebody else's. */
  clear(): void;
}

/** Events that stay to be read. */
const KEPT = 20;
const IDLE: LiveState = { status: 'idle', title: '', count: 0, events: [] };

export function createLive(now: () => Date): Live {
  let state = IDLE;
  let current: LiveReport | undefined;
  const listeners = new Set<() => void>();

  function become(next: Partial<LiveState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function reportOf(): LiveReport {
    const only = (act: () => void) => {
      if (current === report) act();
    };
    const report: LiveReport = {
      state: (status) => only(() => become({ status })),
      event: (data) =>
        only(() => {
          const event = { number: state.count + 1, at: now(), data };
          const events = [event, ...state.events].slice(0, KEPT);
          become({ status: 'listening', count: event.number, events });
        }),
      end: (status) =>
        only(() => {
          current = undefined;
          become({ status });
        }),
    };
    return report;
  }

  return {
    get state() {
      return state;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(title) {
      current = reportOf();
      become({ ...IDLE, status: 'connecting', title });
      return current;
    },
    clear() {
      current = undefined;
      if (state.status !== 'idle') become({ ...IDLE, status: 'cleared', title: state.title });
    },
  };
}
