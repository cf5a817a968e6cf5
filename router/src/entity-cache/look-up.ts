import type { KnownPart } from './answer.js';
import type { EntityStore, Found, Wanted } from './entity-store.types.js';
import { readKept } from './kept-text.js';
import type { MissingPart } from './missing-part.js';
import type { Part } from './part.js';

/** What a store has of some parts: the caller's own first, then what is everybody's. @throws what the store throws */
export async function lookUp(
  store: EntityStore,
  parts: readonly Part[],
  now: number,
): Promise<{ known: KnownPart[]; missing: MissingPart[] }> {
  const places = parts.map(placesOf);
  const wanted = places.flat();
  const found = wanted.length > 0 ? await store.read(wanted) : [];
  const byKey = new Map(wanted.map(({ key }, index) => [key, found[index]]));
  const known: KnownPart[] = [];
  const missing: MissingPart[] = [];
  parts.forEach((part, index) => {
    const here = (places[index] ?? []).map(({ key, isPrivate }) => ({
      isPrivate,
      entry: byKey.get(key),
    }));
    const kept = here.flatMap(({ entry, isPrivate }) => keptIn(entry, isPrivate, now) ?? []).at(0);
    if (kept) known.push({ ...kept, part });
    else missing.push({ part, stamp: here[0]?.entry?.stamp });
  });
  return { known, missing };
}

function placesOf({ keeping }: Part): (Wanted & { readonly isPrivate: boolean })[] {
  if (!keeping) return [];
  const { tags, privateKey, sharedKey } = keeping;
  return [
    ...(privateKey === undefined ? [] : [{ key: privateKey, tags, isPrivate: true }]),
    ...(sharedKey === undefined ? [] : [{ key: sharedKey, tags, isPrivate: false }]),
  ];
}

function keptIn(entry: Found | undefined, isPrivate: boolean, now: number) {
  return entry?.value === undefined ? undefined : readKept(entry.value, isPrivate, now);
}
