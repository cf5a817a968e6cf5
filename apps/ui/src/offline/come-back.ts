import type { LiveLine } from '../graph/live-line.js';

/** How often a page that was opened without the graph looks whether it is there again, in milliseconds. */
const LOOK_MS = 10_000;

interface ComeBackOptions {
  readonly line: LiveLine;
  /** Asks the graph anything at all; what it throws is that it is still away. */
  readonly ask: () => Promise<unknown>;
  /** It is there again: everything is to be asked anew. */
  readonly onBack: () => void;
  readonly surroundings: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** Waits for the graph of a page that shows what was kept. */
export function awaitGraph({ line, ask, onBack, surroundings }: ComeBackOptions): void {
  if (!line.state.isKept) return;
  const look = () => void ask().catch(() => undefined);
  const timer = setInterval(look, LOOK_MS);
  surroundings.addEventListener('online', look);
  const stop = line.listen(() => {
    if (line.state.isKept) return;
    stop();
    clearInterval(timer);
    surroundings.removeEventListener('online', look);
    onBack();
  });
}
