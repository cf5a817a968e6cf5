import type { Nexus } from '@nexus/sdk';
import { type Client, createClient, type Exchange } from '@urql/core';
import {
  type CacheExchangeOpts,
  cacheExchange,
  type StorageAdapter,
} from '@urql/exchange-graphcache';
import type { CacheRules } from './cache-rules.js';
import type { LiveLine } from './live-line.js';
import { nexusExchange } from './nexus-exchange.js';
import { createPlaces, rememberPlaces } from './places.js';

/**
 * The graph as a portal asks it: a normalised cache above the SDK. Everything with an `id` is kept once under its
 * type and id, so that an event's `node {…}` changes every screen that shows it; everything without one (`Money`,
 * connections, payloads) is part of what holds it.
 * @param between what stands between the cache and the network; @param storage where the cache outlives the page
 */
export function createGraph(
  nexus: Pick<Nexus, 'execute' | 'subscribe'>,
  line: LiveLine,
  rules: CacheRules = {},
  between: readonly Exchange[] = [],
  storage?: StorageAdapter,
): Client {
  const places = createPlaces();
  const graph = createClient({
    // Never asked: `nexusExchange` knows the way.
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange({ ...rules, keys: byId, ...(storage && { storage }) }),
      ...between,
      nexusExchange(nexus, line, places),
    ],
  });
  rememberPlaces(graph, places);
  return graph;
}

/** For every type alike: its id is its key. Saying so keeps the cache from asking about each type without one. */
const byId = new Proxy<NonNullable<CacheExchangeOpts['keys']>>(
  {},
  { get: () => (data: { readonly id?: unknown }) => (data.id == null ? null : String(data.id)) },
);
