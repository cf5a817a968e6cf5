import { createContext, use } from 'react';
import type { Entrance } from './entrance.js';

export const EntranceContext = createContext<Entrance | null>(null);

export function useEntrance(): Entrance {
  const entrance = use(EntranceContext);
  if (!entrance) throw new TypeError('There is an entrance only inside its page.');
  return entrance;
}
