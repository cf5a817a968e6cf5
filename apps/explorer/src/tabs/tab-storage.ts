/** Keeps the editor's state of one version of the tabs apart from any other's. */
export function tabStorage(storage: Storage, version: string): Storage {
  const prefix = `nexus-explorer:${version}:`;
  const own = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  return {
    get length() {
      return own().length;
    },
    key: (index) => own()[index]?.slice(prefix.length) ?? null,
    getItem: (key) => storage.getItem(prefix + key),
    setItem: (key, value) => storage.setItem(prefix + key, value),
    removeItem: (key) => storage.removeItem(prefix + key),
    clear: () => {
      for (const key of own()) storage.removeItem(key);
    },
  };
}
