import type { KnownPart } from './answer.js';
import type { EntityStore, Wanted } from './entity-store.types.js';
import { type KeptPart, readKept } from './kept-text.js';
import type { MissingPart } from './missing-part.js';
import type { Keeping, Part } from './part.js';

/** What a store has of some parts: the caller's own first, then what is everybody's. @throws what the store throws */
export async function lookUp(
  store: EntityStore,
  parts: readonly Part[],
  now: number,
): Promise<{ known: KnownPart[]; missing: MissingPart[] }> {
  const places = parts.map(placesOf);
  const wanted = places.flat();
  const found = wanted.length > 0 ? await store.read(wanted) : [];
  const known: KnownPart[] = [];
  const missing: MissingPart[] = [];
  let next = 0;
  for (const [index, part] of parts.entries()) {
    let stamp: string | undefined;
    let kept: KeptPart | undefined;
    for (const { isPrivate } of places[index] ?? []) {
      const entry = found[next++];
      stamp ??= entry?.stamp;
      if (entry?.value !== undefined) kept ??= readKept(entry.value, isPrivate, now);
    }
    if (kept) known.push({ text: kept.text, hint: kept.hint, part });
    else missing.push({ part, stamp });
  }
  return { known, missing };
}

/** Where a part may be. */
class Place implements Wanted {
  constructor(
    readonly key: string,
    readonly isPrivate: boolean,
    private readonly keeping: Keeping,
  ) {}

  get tags(): readonly string[] {
    return this.keeping.tags() ?? [];
  }
}

function placesOf({ keeping }: Part): Place[] {
  if (!keeping) return [];
  const { privateKey, sharedKey } = keeping;
  const places: Place[] = [];
  if (privateKey !== undefined) places.push(new Place(privateKey, true, keeping));
  if (sharedKey !== undefined) places.push(new Place(sharedKey, false, keeping));
  return places;
}
