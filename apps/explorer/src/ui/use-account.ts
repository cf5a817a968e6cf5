import { useSyncExternalStore } from 'react';
import type { Account, AccountState } from '../account/account.js';

/** The account's state, kept up to date. */
export function useAccount(account: Account): AccountState {
  return useSyncExternalStore(account.listen, () => account.state);
}
