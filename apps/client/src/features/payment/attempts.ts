import type { TestCard } from './test-cards.js';

/** What is being paid, by what. */
export interface Attempt {
  readonly invoiceId: string;
  readonly token: TestCard['token'];
  /** Exact decimal in major units. */
  readonly amount: string;
}

/** The key of each attempt to pay: the same until its outcome is known, over reloads too, so that it is paid once. */
export interface Attempts {
  keyOf(attempt: Attempt): string;
  /** Its outcome is known: whoever pays again means it. */
  end(invoiceId: string): void;
}

/** @param storage of this window; it holds a random key and the gateway's token, nothing of a card */
export function createAttempts(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  newKey: () => string,
): Attempts {
  const placeOf = (invoiceId: string) => `nexus:payment:${invoiceId}`;
  return {
    keyOf({ invoiceId, token, amount }) {
      const what = `${token} ${amount}`;
      const [kept, ...words] = (storage.getItem(placeOf(invoiceId)) ?? '').split(' ');
      if (kept && words.join(' ') === what) return kept;
      const key = newKey();
      storage.setItem(placeOf(invoiceId), `${key} ${what}`);
      return key;
    },
    end: (invoiceId) => storage.removeItem(placeOf(invoiceId)),
  };
}
