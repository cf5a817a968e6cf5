import type { AnyVariables, RequestPolicy, TypedDocumentNode } from '@urql/core';
import { useCallback, useRef } from 'react';
import { useQuery } from 'urql';
import { GraphFault } from './graph-fault.js';
import { type Since, useSince } from './places.js';

export interface Screen<Data> {
  /** Undefined until there is something to show: a skeleton's time. */
  readonly data: Data | undefined;
  /** What is shown is being asked for anew. */
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
  /** Asking anew has failed; what is shown is what was known before. */
  readonly fault: GraphFault | undefined;
  /** As of where `data` is: for `useLive`, which follows it from there on. */
  readonly since: Since;
}

export interface ScreenOptions {
  /** Default `cache-first`: the route's `loader` has begun to ask. Without one say `cache-and-network`. */
  readonly policy?: RequestPolicy;
  /** Do not ask yet. */
  readonly isPaused?: boolean;
}

/**
 * What a screen shows, for as long as it is on: cached at once, and changed with every event that touches it.
 * @throws GraphFault where there is nothing to show but a fault: the route's boundary shows it with a way to retry
 */
export function useScreen<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { policy = 'cache-first', isPaused = false }: ScreenOptions = {},
): Screen<Data> {
  const [{ data: answered, error, fetching, stale }, execute] = useQuery<Data, Variables>({
    query: document,
    variables,
    requestPolicy: policy,
    pause: isPaused,
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const since = useSince(document, variables);
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  // An answer that failed brings no data; what stood there stays, as long as the same is asked.
  const asked = JSON.stringify(variables);
  const known = useRef<{ readonly asked: string; readonly data: Data }>(undefined);
  if (answered !== undefined) known.current = { asked, data: answered };
  const data = known.current?.asked === asked ? known.current.data : undefined;
  const fault = error && !fetching ? GraphFault.of(error) : undefined;
  if (fault && data === undefined) throw fault;
  return { data, isRefreshing: data !== undefined && (fetching || stale), refresh, fault, since };
}
