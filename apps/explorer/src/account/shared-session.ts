import { idempotencyKey, type Renewal, type Session, type SessionChange } from '@nexus/sdk';
import { isKept, type Kept, type KeptSession } from './kept-session.js';

/** How windows of one origin talk: a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

export interface SharedSessionOptions {
  readonly kept: KeptSession;
  readonly channel: Channel;
  /** `navigator.locks`; undefined where the page is not served securely, and then does without. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly now: () => number;
  /** As long as an open window may take to answer; a few milliseconds are many. */
  readonly pause: () => Promise<unknown>;
}

/** One session, held by every window that was duplicated from another. */
export interface SharedSession {
  readonly current: Session | null;
  /** To be told of the client's session. */
  onSession(session: Session | null, change: SessionChange): void;
  /** Renews under a lock, once for all windows; the others take what the one has got. */
  readonly renewal: Renewal;
  /** Does another window hold it at this moment? */
  isElsewhere(): Promise<boolean>;
}

/** What windows say: who holds session `ask`? I hold this one. */
type Message = { readonly ask: string } | { readonly hold: Kept };

/**
 * A refresh token serves once, and its second use ends the session as stolen. A duplicated window
 * begins with a copy of its original's: so that both live on, a window asks the others for newer
 * tokens before it renews, and tells them of its own.
 */
export function createSharedSession(options: SharedSessionOptions): SharedSession {
  const { kept, channel, locks, now, pause } = options;
  let held = kept.load();
  let answered = 0;

  const say = (message: Message) => channel.postMessage(message);
  function hold(next: Kept | null): void {
    held = next;
    kept.save(next);
  }

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (!held || !message) return;
    if ('ask' in message) {
      if (message.ask === held.id) say({ hold: held });
    } else if (message.hold.id === held.id) {
      answered += 1;
      if (endOf(message.hold.session) > endOf(held.session)) hold(message.hold);
    }
  });

  async function ask(id: string): Promise<boolean> {
    const before = answered;
    say({ ask: id });
    await pause();
    return answered > before;
  }

  return {
    get current() {
      return held?.session ?? null;
    },
    onSession(session, change) {
      const id = change === 'renewed' ? held?.id : undefined;
      hold(session && { id: id ?? idempotencyKey(), session });
    },
    async renewal(session, refresh) {
      const id = held?.id;
      if (id === undefined) return refresh(session);
      const renew = async () => {
        await ask(id);
        const latest = held?.id === id ? held.session : session;
        if (endOf(latest) > Math.max(endOf(session), now())) return { session: latest, errors: [] };
        const result = await refresh(latest);
        if (!result.session) return result;
        const next = { id, session: result.session };
        if (held?.id === id) hold(next);
        say({ hold: next });
        return result;
      };
      return locks ? locks.request(`nexus-explorer:session:${id}`, renew) : renew();
    },
    async isElsewhere() {
      return held ? ask(held.id) : false;
    },
  };
}

function readMessage(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('ask' in data && typeof data.ask === 'string') return { ask: data.ask };
  return 'hold' in data && isKept(data.hold) ? { hold: data.hold } : undefined;
}

function endOf({ expiresAt }: Session): number {
  return Date.parse(expiresAt);
}
