import { createContext, use } from 'react';

/** Who has which card in the hand, by the card's id; the viewer left out. */
export const DraggersContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The name of whoever else drags a card at this moment. */
export function useDragger(taskId: string): string | undefined {
  return use(DraggersContext).get(taskId);
}
