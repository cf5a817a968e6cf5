/** What the editor keeps for the window in which it happened; everything else is a preference. */
const OF_THE_WINDOW = ['graphiql:tabState', 'graphiql:query', 'graphiql:variables'];

/** Until the reader moves the bars: the variables have as much room as the operation. */
const FIRST_VALUES: Readonly<Record<string, string>> = { 'graphiql:secondaryEditorFlex': '1' };

export interface EditorStorageOptions {
  /** Ends with the window: its tabs, apart from any other version's. */
  readonly window: Storage;
  /** Common to all windows: sizes, colours, history. */
  readonly browser: Storage;
  /** Of the standard tabs. */
  readonly version: string;
}

/** The editor's storage. A new window begins with the standard tabs, and no window writes another's. */
export function editorStorage({ window, browser, version }: EditorStorageOptions): Storage {
  const tabs = prefixed(window, `nexus-explorer:${version}:`);
  const preferences = prefixed(browser, 'nexus-explorer:editor:');
  const storeOf = (key: string) => (OF_THE_WINDOW.includes(key) ? tabs : preferences);
  const keys = () => [...tabs.keys(), ...preferences.keys()];
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => storeOf(key).get(key) ?? FIRST_VALUES[key] ?? null,
    setItem: (key, value) => storeOf(key).set(key, value),
    removeItem: (key) => storeOf(key).remove(key),
    clear() {
      for (const key of keys()) storeOf(key).remove(key);
    },
  };
}

function prefixed(storage: Storage, prefix: string) {
  return {
    get: (key: string) => storage.getItem(prefix + key),
    set: (key: string, value: string) => storage.setItem(prefix + key, value),
    remove: (key: string) => storage.removeItem(prefix + key),
    keys: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}
