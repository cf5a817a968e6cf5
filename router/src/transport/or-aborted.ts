import { SubgraphUnavailable } from './transport.js';

/**
 * The result of `work`, which may ignore `signal`: the caller does not wait longer for that.
 * @throws SubgraphUnavailable once `signal` is aborted
 */
export async function orAborted<T>(
  subgraph: string,
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  if (signal.aborted) throw givenUp(subgraph);
  let onAbort: (() => void) | undefined;
  const abortion = new Promise<never>((_, reject) => {
    onAbort = () => reject(givenUp(subgraph));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work(), abortion]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

export function givenUp(subgraph: string): SubgraphUnavailable {
  return new SubgraphUnavailable(subgraph, 'the operation timed out or was given up');
}
