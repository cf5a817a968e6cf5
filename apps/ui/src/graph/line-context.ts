import { createContext, use, useSyncExternalStore } from 'react';
import type { LiveLine, LiveState } from './live-line.js';

export const LineContext = createContext<LiveLine | null>(null);

/** Whether the screen follows the graph at this moment, and since when. Only below `Portal`. */
export function useLiveState(): LiveState {
  const line = use(LineContext);
  if (!line) throw new TypeError('There is a live line only inside a portal.');
  return useSyncExternalStore(line.listen, () => line.state);
}

/** Whether the graph cannot be asked, as far as is known: what does not wait for the network is not offered then. */
export function useIsAway(): boolean {
  const { status, isKept } = useLiveState();
  return status === 'offline' || isKept === true;
}
