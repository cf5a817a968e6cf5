import { useSyncExternalStore } from 'react';

interface Store<T> {
  readonly state: T;
  listen(listener: () => void): () => void;
}

/** The state of the account, or of what runs live, kept up to date. */
export function useStateOf<T>(store: Store<T>): T {
  return useSyncExternalStore(store.listen, () => store.state);
}
