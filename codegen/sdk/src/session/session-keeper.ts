import { NexusError } from '../nexus-error.js';
import type { SessionOperations } from './session.operations.js';
import type { Credentials, Session, SignInResult } from './session.types.js';

/** Why the session is another one: the same person's new tokens, or somebody else (or nobody). */
export type SessionChange = 'renewed' | 'signed-in' | 'signed-out' | 'ended';

export interface SessionKeeper {
  current(): Session | null;
  /** A token good for the next request, renewed when its end is near; undefined when signed out. */
  token(): Promise<string | undefined>;
  /** A token other than the refused one. However many ask at once, one request is made. */
  renew(refused: string): Promise<string>;
  signIn(credentials: Credentials): Promise<SignInResult>;
  /** @param how with `here` the server does not hear of it: the session goes on elsewhere. */
  signOut(how?: SignOutOptions): Promise<void>;
}

export interface SignOutOptions {
  /** Forget the session here alone, because it is held elsewhere too. Default: it ends. */
  readonly here?: boolean;
}

/**
 * Stands around each renewal where several clients hold one session (the windows of a browser,
 * say): a refresh token used twice counts as stolen, so one of them renews for all. Answers with
 * what `refresh` gave, or with a successor of `held` that another holder has got meanwhile.
 */
export type Renewal = (
  held: Session,
  refresh: (session: Session) => Promise<SignInResult>,
) => Promise<SignInResult>;

export interface SessionKeeperOptions {
  readonly operations: SessionOperations;
  readonly now: () => number;
  /** A session kept from before. */
  readonly initial: Session | null;
  readonly onChange: (session: Session | null, change: SessionChange) => void;
  readonly renewal?: Renewal | undefined;
}

/** Renew this long before the end, or at a quarter of a short life. */
const LEEWAY_MS = 30_000;

/** Holds the tokens and nothing else: who may do what is the server's business. */
export function createSessionKeeper(options: SessionKeeperOptions): SessionKeeper {
  const { operations, now, onChange } = options;
  const renewal: Renewal = options.renewal ?? ((held, refresh) => refresh(held));
  let session = options.initial;
  let renewAt = session ? endOf(session) - LEEWAY_MS : Infinity;
  let renewing: Promise<string> | undefined;

  function become(next: Session | null, change: SessionChange): void {
    session = next;
    renewing = undefined;
    renewAt = next ? dueAt(next, now()) : Infinity;
    onChange(next, change);
  }

  async function exchange(held: Session): Promise<string> {
    const { session: next } = await renewal(held, ({ refreshToken }) =>
      operations.refresh(refreshToken),
    );
    // Somebody signed in or out meanwhile: the answer is for a session that we left.
    if (session !== held) {
      if (session) return session.accessToken;
      throw signedOut();
    }
    if (!next) {
      become(null, 'ended');
      throw signedOut();
    }
    become(next, 'renewed');
    return next.accessToken;
  }

  function renewOnce(held: Session): Promise<string> {
    renewing ??= exchange(held).finally(() => {
      if (session === held) renewing = undefined;
    });
    return renewing;
  }

  return {
    current: () => session,
    async token() {
      const held = session;
      if (!held) return undefined;
      if (now() < renewAt) return held.accessToken;
      try {
        return await renewOnce(held);
      } catch (error) {
        // The network failed, the token did not: it still has its last seconds.
        if (session === held && now() < endOf(held)) return held.accessToken;
        throw error;
      }
    },
    async renew(refused) {
      if (!session) throw signedOut();
      return session.accessToken === refused ? renewOnce(session) : session.accessToken;
    },
    async signIn(credentials) {
      const result = await operations.create(credentials);
      if (result.session) become(result.session, 'signed-in');
      return result;
    },
    async signOut({ here = false } = {}) {
      const held = session;
      if (!held) return;
      become(null, 'signed-out');
      if (!here) await operations.end(held.accessToken);
    },
  };
}

/** A clock that runs ahead of the server's must not renew at each request: then refusals decide. */
function dueAt(session: Session, now: number): number {
  const life = endOf(session) - now;
  return life > 0 ? endOf(session) - Math.min(LEEWAY_MS, life / 4) : Infinity;
}

function endOf({ expiresAt }: Session): number {
  return Date.parse(expiresAt);
}

function signedOut(): NexusError {
  return new NexusError('UNAUTHENTICATED', 'The session has ended: sign in again.');
}
