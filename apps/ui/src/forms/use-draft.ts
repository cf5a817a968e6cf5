import { useCallback, useState } from 'react';

export interface Draft {
  /** What is in the field. */
  readonly value: string;
  readonly isDirty: boolean;
  /** What it was begun upon is no longer what is kept: somebody else changed it meanwhile. */
  readonly isOutdated: boolean;
  readonly change: (value: string) => void;
  /** It is saved, or given up: the field shows what is kept again. */
  readonly discard: () => void;
}

interface Kept {
  readonly text: string;
  readonly base: string;
}

/**
 * A text that is being written and not yet saved. It stays in this browser until it is, whatever becomes of the page
 * or the server meanwhile. @param name of the text in this browser, the person in it; @param saved what the graph has
 */
export function useDraft(name: string, saved: string): Draft {
  const key = `nexus:draft:${name}`;
  const [state, setState] = useState(() => ({ key, kept: read(key) }));
  // Another text in the same place: its own draft.
  if (state.key !== key) setState({ key, kept: read(key) });
  const kept = state.key === key ? state.kept : read(key);
  const base = kept?.base ?? saved;
  const change = useCallback(
    (text: string) => {
      const next = text === saved ? null : { text, base };
      write(key, next);
      setState({ key, kept: next });
    },
    [key, saved, base],
  );
  const discard = useCallback(() => {
    write(key, null);
    setState({ key, kept: null });
  }, [key]);
  return {
    value: kept?.text ?? saved,
    isDirty: kept !== null,
    isOutdated: kept !== null && kept.base !== saved && kept.text !== saved,
    change,
    discard,
  };
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  const { text, base } = (value ?? {}) as Partial<Kept>;
  return typeof text === 'string' && typeof base === 'string';
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing, or is full: the text lives as long as the page.
  }
}
