/** State that can be watched. */
export interface Store<T> {
  /** Never changed in place: another state is another value. */
  readonly state: T;
  /** Calls `listener` after each change. Returns how to stop listening. */
  listen(listener: () => void): () => void;
}

/** A store whose owner alone can change it. */
export function createStore<T>(initial: T): Store<T> & { become(next: T): void } {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
