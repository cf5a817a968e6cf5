import { type AnyVariables, type Client, createRequest, type TypedDocumentNode } from '@urql/core';
import { useMemo } from 'react';
import { useClient } from 'urql';

/**
 * As of where in the log of events something that is shown is: what follows it from there on misses nothing, however
 * long after the answer it begins.
 */
export interface Since {
  /** Undefined while it is being asked, or nothing is known yet; null where the graph does not say. */
  readonly place: string | null | undefined;
  /** Tells when `place` may have changed. Returns how to stop listening. */
  listen(listener: () => void): () => void;
}

/** As of where the answers of a page are, by the keys of their operations. */
export interface Places {
  /** A query is on its way; to be called back with its place, or without one when nothing has come. */
  ask(key: number): (place?: string | null) => void;
  of(key: number): Since['place'];
  readonly listen: Since['listen'];
}

export function createPlaces(): Places {
  const known = new Map<number, string | null>();
  const asking = new Map<number, number>();
  const listeners = new Set<() => void>();
  /** All that was ever answered is as of then, or later. */
  let first: string | null | undefined;
  return {
    ask(key) {
      asking.set(key, (asking.get(key) ?? 0) + 1);
      return (place) => {
        asking.set(key, (asking.get(key) ?? 1) - 1);
        if (first === undefined) first = place;
        if (place !== undefined) known.set(key, place);
        for (const listener of listeners) listener();
      };
    },
    of(key) {
      if (asking.get(key)) return undefined;
      const place = known.get(key);
      return place === undefined ? first : place;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const placesOfGraphs = new WeakMap<Client, Places>();

/** Where `useSince` looks them up. */
export function rememberPlaces(graph: Client, places: Places): void {
  placesOfGraphs.set(graph, places);
}

/** Of what is in no answer: it is followed from now on. */
export const FROM_NOW_ON: Since = { place: null, listen: () => () => undefined };

/** As of where the answer of a query is; the same object as long as the same is asked. */
export function useSince<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Since {
  const places = placesOfGraphs.get(useClient());
  const { key } = createRequest(document, variables);
  return useMemo(() => {
    if (!places) return FROM_NOW_ON;
    return {
      get place() {
        return places.of(key);
      },
      listen: places.listen,
    };
  }, [places, key]);
}
