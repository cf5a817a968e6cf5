/** A part of the browser's storage: each graph keeps its tabs apart from the others. */
export function storageOf(browser: Storage, prefix: string): Storage {
  const keys = () =>
    Array.from({ length: browser.length }, (_, index) => browser.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => browser.getItem(prefix + key),
    setItem: (key, value) => browser.setItem(prefix + key, value),
    removeItem: (key) => browser.removeItem(prefix + key),
    clear() {
      for (const key of keys()) browser.removeItem(prefix + key);
    },
  };
}
