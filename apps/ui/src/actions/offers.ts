import { createContext } from 'react';
import type { Command } from './action.js';

/** The commands that the present screen offers, for the palette and the shortcuts. */
export interface Offers {
  readonly commands: readonly Command[];
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  /** Offers them for as long as the returned function is not called. */
  add(commands: readonly Command[]): () => void;
}

export function createOffers(): Offers {
  const groups = new Set<readonly Command[]>();
  const listeners = new Set<() => void>();
  let commands: readonly Command[] = [];

  function update(): void {
    // What was offered last comes first, and stands for others of its id: a dialog's before its page's.
    const byId = new Map<string, Command>();
    for (const command of [...groups].reverse().flat()) {
      if (!byId.has(command.id)) byId.set(command.id, command);
    }
    commands = [...byId.values()];
    for (const listener of listeners) listener();
  }

  return {
    get commands() {
      return commands;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(group) {
      groups.add(group);
      update();
      return () => {
        groups.delete(group);
        update();
      };
    },
  };
}

export const OffersContext = createContext<Offers>(createOffers());
