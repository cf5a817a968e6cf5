import type { Account, AccountState } from './account.js';

/**
 * Calls back at once when somebody else is signed in, or nobody any more: what is on the screen
 * was the former person's. A session taken up after a reload is no change. Returns how to stop.
 */
export function onPersonChange(
  account: Pick<Account, 'state' | 'listen'>,
  act: () => void,
): () => void {
  let last = personIn(account.state);
  return account.listen(() => {
    const person = personIn(account.state);
    if (person === undefined || person === last) return;
    const known = last !== undefined;
    last = person;
    if (known) act();
  });
}

/** Null for nobody; undefined while it is not known. */
function personIn(state: AccountState): string | null | undefined {
  switch (state.status) {
    case 'signed-in':
      return state.person.id;
    case 'signed-out':
      return null;
    case 'busy':
    case 'unreachable':
      return undefined;
    default:
      return state satisfies never;
  }
}
