import { useSyncExternalStore } from 'react';

interface Store<T> {
  readonly state: T;
  listen(listener: () => void): () => void;
}

/** A store's state, kept up to date. */
export function useStateOf<T>(store: Store<T>): T {
  return useSyncExternalStore(store.listen, () => store.state);
}
