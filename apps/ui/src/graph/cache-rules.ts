import type { Cache, CacheExchangeOpts } from '@urql/exchange-graphcache';

export type { Cache } from '@urql/exchange-graphcache';
/** For a field of a type that answers a connection: its pages become one list. */
export { relayPagination } from '@urql/exchange-graphcache/extras';

/** What a portal tells the cache about its own lists, commands and events. */
export type CacheRules = Pick<CacheExchangeOpts, 'resolvers' | 'updates' | 'optimistic'>;

/** The cache's key of the person who looks; null before anything has asked who that is. */
export function viewerKey(cache: Cache): string | null {
  const viewer = cache.resolve('Query', 'viewer');
  const user = typeof viewer === 'string' ? cache.resolve(viewer, 'user') : null;
  return typeof user === 'string' ? user : null;
}

/** A field is asked for anew wherever it is shown, whatever its arguments. Default: a field of the query. */
export function forget(cache: Cache, field: string, of: Entity = 'Query'): void {
  for (const { fieldName, fieldKey } of cache.inspectFields(of)) {
    if (fieldName === field) cache.invalidate(of, fieldKey);
  }
}

type Entity = string | { readonly __typename: string; readonly id: string };

type ByField = Record<string, unknown>;
type ByType = Record<string, ByField>;

/**
 * The rules of several features as one. Where two of them update at the same mutation or event, both do; a resolver
 * and an optimistic answer belong to one feature alone.
 */
export function mergeRules(all: readonly CacheRules[]): CacheRules {
  return {
    resolvers: mergeTypes(
      all.map(({ resolvers }) => resolvers as ByType | undefined),
      alone,
    ),
    updates: mergeTypes(
      all.map(({ updates }) => updates as ByType | undefined),
      bothUpdate,
    ),
    optimistic: mergeFields(
      all.map(({ optimistic }) => optimistic as ByField | undefined),
      alone,
    ),
  } as CacheRules;
}

type Join = (name: string, first: unknown, second: unknown) => unknown;

function mergeTypes(parts: readonly (ByType | undefined)[], join: Join): ByType {
  const names = new Set(parts.flatMap((part) => Object.keys(part ?? {})));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      mergeFields(
        parts.map((part) => part?.[name]),
        join,
      ),
    ]),
  );
}

function mergeFields(parts: readonly (ByField | undefined)[], join: Join): ByField {
  const merged: ByField = {};
  for (const part of parts) {
    for (const [name, rule] of Object.entries(part ?? {})) {
      merged[name] = name in merged ? join(name, merged[name], rule) : rule;
    }
  }
  return merged;
}

function alone(name: string): never {
  throw new TypeError(`Two features give a rule for ${name}.`);
}

type Update = (...args: unknown[]) => void;

function bothUpdate(_name: string, first: unknown, second: unknown): Update {
  return (...args) => {
    (first as Update)(...args);
    (second as Update)(...args);
  };
}
