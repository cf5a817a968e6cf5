import { startAttempt } from '../support/attempt.js';
import { orAborted } from '../transport/or-aborted.js';
import { SubgraphUnavailable } from '../transport/transport.js';
import type { Ask, Surroundings } from './ask.js';

/** Gives up a call after `milliseconds`, whether the transport heeds its signal or not. */
export function withTimeout<P>(
  ask: Ask<P>,
  milliseconds: number,
  { clock, observe }: Surroundings,
): Ask<P> {
  return async (request, context) => {
    const { subgraph } = request;
    const attempt = startAttempt(context.signal);
    let late = false;
    const stop = clock.after(milliseconds, () => {
      late = true;
      attempt.abort();
    });
    try {
      const { signal } = attempt;
      return await orAborted(subgraph, () => ask(request, { ...context, signal }), signal);
    } catch (cause) {
      if (!late || context.signal.aborted) throw cause;
      observe('timeout');
      throw new SubgraphUnavailable(subgraph, `no answer within ${milliseconds} ms`, { cause });
    } finally {
      stop();
      attempt.release();
    }
  };
}
