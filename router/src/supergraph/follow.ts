import type { Logger } from 'pino';
import type { SwapResult } from '../router.types.js';
import type { SupergraphSource } from './source.types.js';

/**
 * Takes each new supergraph of a source into use, one after the other. One that is refused, or
 * cannot be read, is reported, and the former goes on. Returns how to stop.
 * @param current what is in use already
 */
export function followSupergraph(
  source: SupergraphSource,
  current: string,
  swap: (sdl: string) => Promise<SwapResult>,
  log: Logger,
): () => void {
  let inUse = current;
  let waiting: string | undefined;
  let swapping = false;
  const supergraph = source.name;

  const work = async (): Promise<void> => {
    swapping = true;
    while (waiting !== undefined) {
      const sdl = waiting;
      waiting = undefined;
      if (sdl === inUse) continue;
      try {
        const swapped = await swap(sdl);
        if (swapped.ok) {
          inUse = sdl;
          log.info({ supergraph }, 'a new supergraph is in use');
        } else {
          log.error({ supergraph, problems: swapped.errors }, 'a new supergraph was refused');
        }
      } catch (error) {
        log.error({ supergraph, err: error }, 'a new supergraph could not be taken into use');
      }
    }
    swapping = false;
  };

  return source.watch(
    (sdl) => {
      // Of those that come while one is read, only the newest matters.
      waiting = sdl;
      if (!swapping) void work();
    },
    (error) => log.error({ supergraph, err: error }, 'the supergraph cannot be read'),
  );
}
