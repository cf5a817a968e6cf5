import type { Renewal, Session, UserError } from '@nexus/sdk';
import { holderOf } from './holder.js';
import { type Access, type SessionRoutes, settled } from './session-routes.js';

/** `ended`: what is on the screen stays, and a dialog asks to sign in again. */
export type SessionStatus = 'open' | 'ended';

/** How windows of one origin talk: a `BroadcastChannel`. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

export interface PortalSessionOptions {
  readonly routes: SessionRoutes;
  /** The token that the page began with; null of a page that was opened without the server. */
  readonly access: Access | null;
  /** Whose page it is: `holderOf` the token. */
  readonly holder: string;
  readonly channel: Channel;
  /** `navigator.locks`; undefined where the page is not served securely. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Somebody else is signed in now: what is on the screen is not theirs to see. */
  readonly onOther: () => void;
  readonly now: () => number;
}

/** The session of a portal's page, which outlives its tokens, and its own end. */
export interface PortalSession {
  readonly status: SessionStatus;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  /** What the SDK begins with. */
  readonly initial: Session;
  /** Stands around each renewal of the SDK; does not settle while the dialog is open, so that nothing fails. */
  readonly renewal: Renewal;
  /** The dialog's: broken rules come back, and the session stays ended. @throws NexusError */
  signInAgain(credentials: Credentials): Promise<readonly UserError[]>;
  /** Ends it on the server and in every window. @throws NexusError */
  signOut(): Promise<void>;
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What windows tell each other. A token never leaves the memory of this origin's windows. */
type Message = { readonly access: Access } | { readonly ended: true };

const LOCK = 'nexus:session';

export function createPortalSession(options: PortalSessionOptions): PortalSession {
  const { routes, holder, channel, locks, onOther, now } = options;
  const listeners = new Set<() => void>();
  const waiting = new Set<(access: Access) => void>();
  const initial = options.access ?? NONE;
  let latest = initial;
  let status: SessionStatus = 'open';

  function become(next: SessionStatus): void {
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener();
  }

  /** Takes up a token; false where it is somebody else's, and then this page is over. */
  function take(access: Access): boolean {
    if (holderOf(access.accessToken) !== holder) {
      onOther();
      return false;
    }
    latest = access;
    for (const proceed of waiting) proceed(access);
    waiting.clear();
    become('open');
    return true;
  }

  const say = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = data as Message;
    if ('access' in message) take(message.access);
    else become('ended');
  });

  /** Undefined where the session is over. */
  async function renew(refused: string): Promise<Access | undefined> {
    // Another window may have renewed meanwhile, and told us.
    if (latest.accessToken !== refused && Date.parse(latest.expiresAt) > now()) return latest;
    const session = settled(await routes.refresh());
    if (!session) return undefined;
    if (!take(session)) return never();
    say({ access: session });
    return session;
  }

  async function renewed(refused: string): Promise<Access> {
    if (status === 'open') {
      const next = () => renew(refused);
      const access = await (locks ? locks.request(LOCK, next) : next());
      if (access) return access;
      become('ended');
    }
    // The lock is free meanwhile: whoever signs in again in another window does so for this one too.
    return new Promise((proceed) => waiting.add(proceed));
  }

  return {
    get status() {
      return status;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    initial: asSession(initial),
    async renewal({ accessToken }) {
      return { session: asSession(await renewed(accessToken)), errors: [] };
    },
    async signInAgain(credentials) {
      const { session, errors } = await routes.signIn(credentials);
      if (session && take(session)) say({ access: session });
      return errors;
    },
    async signOut() {
      await routes.signOut();
      say({ ended: true });
    },
  };
}

/** A token that is worth nothing: it is renewed before anything is sent. */
const LONG_AGO = new Date(0).toISOString();
const NONE: Access = { accessToken: '', expiresAt: LONG_AGO, endsAt: LONG_AGO };

/** Nothing goes on in a page that is being left. */
const never = () => new Promise<never>(() => {});

/** The SDK holds no refresh token here: it renews through `renewal` alone. */
function asSession({ accessToken, expiresAt }: Access): Session {
  return { accessToken, expiresAt, refreshToken: '' };
}
