/**
 * An iterator that is still being opened, as one. `return` does not wait for what `next` waits for: a subscription
 * without events would never end.
 */
export function flatten<T>(opening: Promise<AsyncIterableIterator<T>>): AsyncIterableIterator<T> {
  return {
    next: async () => (await opening).next(),
    return: async () => (await opening).return?.() ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
