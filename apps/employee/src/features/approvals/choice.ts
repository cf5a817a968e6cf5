/** Which entries are chosen, and where the cursor is; both by id. */
export interface Choice {
  readonly ids: ReadonlySet<string>;
  /** Undefined before anything was pointed at. */
  readonly at: string | undefined;
}

export const NO_CHOICE: Choice = { ids: new Set(), at: undefined };

/** What is left of a choice in a list that has become shorter; the cursor goes to who came next. */
export function withoutGone(
  choice: Choice,
  before: readonly string[],
  now: readonly string[],
): Choice {
  const present = new Set(now);
  const ids = new Set([...choice.ids].filter((id) => present.has(id)));
  if (choice.at === undefined || present.has(choice.at)) return { ...choice, ids };
  const place = before.indexOf(choice.at);
  const next =
    before.slice(place).find((id) => present.has(id)) ??
    before.slice(0, place).findLast((id) => present.has(id));
  return { ids, at: next };
}

/** The cursor so many lines further; the first line where it was nowhere. */
export function move(choice: Choice, ids: readonly string[], lines: number): Choice {
  const place = choice.at === undefined ? -1 : ids.indexOf(choice.at);
  const next = place < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, place + lines));
  return { ...choice, at: ids[next] };
}

/** Chooses one or gives it up; with `isRange` all from the cursor to it are chosen. */
export function toggle(
  choice: Choice,
  ids: readonly string[],
  id: string,
  isRange = false,
): Choice {
  const from = choice.at === undefined ? -1 : ids.indexOf(choice.at);
  const to = ids.indexOf(id);
  if (isRange && from >= 0) {
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { ids: new Set([...choice.ids, ...range]), at: id };
  }
  const next = new Set(choice.ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, at: id };
}

/** All of some, or none of them where all are chosen. */
export function toggleAll(choice: Choice, some: readonly string[]): Choice {
  const isAll = some.every((id) => choice.ids.has(id));
  const ids = new Set(choice.ids);
  for (const id of some) {
    if (isAll) ids.delete(id);
    else ids.add(id);
  }
  return { ...choice, ids };
}
