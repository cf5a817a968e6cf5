import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { FollowContext } from './nexus-exchange.js';
import type { Since } from './places.js';

/** How to stop following. */
type Stop = () => void;

/**
 * Follows a subscription once for each of the given variables, for as long as the screen is on: one project, or each
 * of those in view. What the events carry goes into the cache, and from there to every screen; `onEvent` is for what
 * the cache cannot do by itself. One that stays in the list goes on.
 *
 * It begins with the first event that what is shown does not know, and so waits for its answer.
 * @param since of the screen's query; one of several that are shown: the one that the events are about
 */
export function useLive<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  all: readonly Omit<Variables & object, 'after'>[],
  since: Since,
  onEvent?: (data: Data) => void,
): void {
  const graph = useClient();
  const running = useRef(new Map<string, Stop>());
  const told = useRef(onEvent);
  told.current = onEvent;
  const keys = JSON.stringify(all);

  useEffect(() => {
    const wanted = new Map((JSON.parse(keys) as object[]).map((one) => [JSON.stringify(one), one]));
    for (const [key, stop] of running.current) {
      if (wanted.has(key)) continue;
      stop();
      running.current.delete(key);
    }
    function begin(): void {
      const { place } = since;
      if (place === undefined) return;
      const context: FollowContext = { after: place };
      for (const [key, variables] of wanted) {
        if (running.current.has(key)) continue;
        const { unsubscribe } = graph
          .subscription(document, variables as Variables, context)
          .subscribe(({ data }) => {
            if (data !== undefined) told.current?.(data);
          });
        running.current.set(key, unsubscribe);
      }
    }
    begin();
    return since.listen(begin);
  }, [graph, document, keys, since]);

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stop of all.values()) stop();
      all.clear();
    };
  }, []);
}
