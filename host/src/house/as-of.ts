import type { Principal } from '@nexus/kit/domain';
import type { RouterPlugin } from '@nexus/router';

/**
 * Says beside each answer as of which place in the log it is: `extensions.sequence`, of all subgraphs that took part the
 * earliest. A subscription with `after: <sequence>` then misses nothing that the answer does not know, however late it
 * begins. Only to those who are signed in, who alone may follow anything.
 */
export const asOf: RouterPlugin<Principal> = {
  name: 'as-of',
  onResponse({ operation, caller, result, hasNext, subgraphExtensions }) {
    // What is deferred may be read in another process, which has read less of the log.
    if (operation?.kind !== 'query' || caller.principal === null || hasNext) return;
    const places = subgraphExtensions.flatMap(({ extensions: { sequence } }) =>
      typeof sequence === 'string' ? [sequence] : [],
    );
    const [first] = places.sort();
    if (first !== undefined) result.extensions = { ...result.extensions, sequence: first };
  },
};
