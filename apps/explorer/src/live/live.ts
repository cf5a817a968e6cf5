import type { SubscriptionState } from '@nexus/sdk';
import { createStore, type Store } from '../state/store.js';

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
export interface Live extends Store<LiveState> {
  begin(title: string): LiveReport;
  /** Forgets what was seen, because it was somebody else's. */
  clear(): void;
}

/** Events that stay to be read. */
const KEPT = 20;
const IDLE: LiveState = { status: 'idle', title: '', count: 0, events: [] };

export function createLive(now: () => Date): Live {
  const store = createStore(IDLE);
  let current: LiveReport | undefined;
  const become = (next: Partial<LiveState>) => store.become({ ...store.state, ...next });

  function reportOf(): LiveReport {
    const only = (act: () => void) => {
      if (current === report) act();
    };
    const report: LiveReport = {
      state: (status) => only(() => become({ status })),
      event: (data) =>
        only(() => {
          const { count, events: before } = store.state;
          const event = { number: count + 1, at: now(), data };
          const events = [event, ...before].slice(0, KEPT);
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
      return store.state;
    },
    listen: store.listen,
    begin(title) {
      current = reportOf();
      become({ ...IDLE, status: 'connecting', title });
      return current;
    },
    clear() {
      current = undefined;
      const { status, title } = store.state;
      if (status !== 'idle') become({ ...IDLE, status: 'cleared', title });
    },
  };
}
