import { useSyncExternalStore } from 'react';
import type { Store } from '../state/store.js';

/** The state of the account, or of what runs live, kept up to date. */
export function useStateOf<T>(store: Store<T>): T {
  return useSyncExternalStore(store.listen, () => store.state);
}
