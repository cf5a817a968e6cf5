import { createContext, use, useSyncExternalStore } from 'react';
import { chooseLanguage, isLanguage, type Language } from '../i18n/languages.js';
import { type Appearance, DEFAULT_APPEARANCE } from '../theme/appearance.js';

/** How somebody wants this browser to show things. `vite/appearance-boot.js` reads the same keys. */
export interface Settings {
  readonly appearance: Appearance;
  readonly language: Language;
}

/** Kept in this browser, and followed by its other windows. */
export interface SettingsStore {
  readonly current: Settings;
  change(part: { readonly appearance?: Partial<Appearance>; readonly language?: Language }): void;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
}

const APPEARANCE = 'nexus:appearance';
const LANGUAGE = 'nexus:language';

/** @param wishes languages of the browser, the dearest first */
export function createSettings(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  wishes: readonly string[],
): SettingsStore {
  const listeners = new Set<() => void>();
  let current: Settings = read();

  function read(): Settings {
    const language = storage.getItem(LANGUAGE);
    return {
      appearance: { ...DEFAULT_APPEARANCE, ...parsed(storage.getItem(APPEARANCE)) },
      language: language && isLanguage(language) ? language : chooseLanguage(wishes),
    };
  }

  return {
    get current() {
      return current;
    },
    change({ appearance, language }) {
      current = {
        appearance: { ...current.appearance, ...appearance },
        language: language ?? current.language,
      };
      if (appearance) storage.setItem(APPEARANCE, JSON.stringify(current.appearance));
      if (language) storage.setItem(LANGUAGE, language);
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parsed(text: string | null): Partial<Appearance> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

export const SettingsContext = createContext<SettingsStore | null>(null);

/** The settings and how to change them. Only below `Surroundings`. */
export function useSettings(): readonly [Settings, SettingsStore['change']] {
  const store = use(SettingsContext);
  if (!store) throw new TypeError('There are settings only inside a portal.');
  const current = useSyncExternalStore(store.listen, () => store.current);
  return [current, store.change];
}
