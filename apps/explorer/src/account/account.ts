import { type Credentials, type Nexus, NexusError, type SessionChange } from '@nexus/sdk';
import { createStore, type Store } from '../state/store.js';
import { askViewer, type Person } from './viewer.js';

export type AccountState =
  | { readonly status: 'signed-out'; readonly notice: string | null }
  | { readonly status: 'busy' }
  /** There is a session, and the server did not say whose: ask again. */
  | { readonly status: 'unreachable'; readonly notice: string }
  | { readonly status: 'signed-in'; readonly person: Person };

/** Who uses the explorer, and the way in and out. */
export interface Account extends Store<AccountState> {
  signIn(credentials: Credentials): Promise<void>;
  signOut(): Promise<void>;
  /** Takes up a session kept from before a reload, or asks again whose it is. */
  resume(): Promise<void>;
  /** To be told of the client's session. */
  onSession(change: SessionChange): void;
}

/** @param isElsewhere whether another window holds the same session, which then goes on there */
export function createAccount(
  nexus: Pick<Nexus, 'query' | 'signIn' | 'signOut' | 'session'>,
  isElsewhere: () => Promise<boolean>,
): Account {
  const store = createStore<AccountState>({
    status: nexus.session ? 'busy' : 'signed-out',
    notice: null,
  });
  const { become } = store;
  const signedOut = (notice: string | null) => become({ status: 'signed-out', notice });

  async function introduce(): Promise<void> {
    const person = await askViewer(nexus);
    if (person) become({ status: 'signed-in', person });
    else signedOut(null);
  }

  /** The tokens are forgotten at once; whether the server hears of it changes nothing here. */
  async function leave(): Promise<void> {
    await nexus.signOut({ here: await isElsewhere() }).catch(() => undefined);
  }

  /**
   * Whatever fails becomes a sentence in the bar. Only the server's refusal ends a session, and
   * then the client holds none any more: a lost answer says nothing about it.
   */
  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      become({ status: 'busy' });
      await act();
    } catch (error) {
      if (!(error instanceof NexusError)) throw error;
      if (nexus.session) become({ status: 'unreachable', notice: error.message });
      else signedOut(error.message);
    }
  }

  return {
    get state() {
      return store.state;
    },
    listen: store.listen,
    signIn: (credentials) =>
      attempt(async () => {
        await leave();
        const { session, errors } = await nexus.signIn(credentials);
        if (session) await introduce();
        else signedOut(errors.map(({ message }) => message).join(' '));
      }),
    signOut: () =>
      attempt(async () => {
        await leave();
        signedOut(null);
      }),
    async resume() {
      if (nexus.session) await attempt(introduce);
    },
    onSession(change) {
      if (change === 'ended') signedOut('Your session has ended. Please sign in again.');
    },
  };
}
