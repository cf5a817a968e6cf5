import type { SheetCell } from './sheet.js';

/** What has to be done so that a cell has the minutes that were typed. */
export type CellStep =
  | { readonly do: 'log'; readonly minutes: number }
  | { readonly do: 'edit'; readonly id: string; readonly minutes: number }
  | { readonly do: 'delete'; readonly id: string };

/** `locked`: what was handed in there is more than what was typed, and cannot be changed. */
export type CellPlan = readonly CellStep[] | 'locked';

/**
 * A cell may hold several entries: what timers measured, with notes of their own. The last ones that can be changed
 * take the difference, so that as many as possible stay what they are.
 * @param minutes what the whole cell shall have, 0 or more
 */
export function planCell({ entries }: Pick<SheetCell, 'entries'>, minutes: number): CellPlan {
  const editable = entries.filter(({ viewerCanEdit }) => viewerCanEdit);
  const locked = entries.filter(({ viewerCanEdit }) => !viewerCanEdit);
  let rest = minutes - locked.reduce((total, entry) => total + entry.minutes, 0);
  if (rest < 0) return 'locked';
  const steps: CellStep[] = [];
  for (const [place, { id, minutes: present }] of editable.entries()) {
    const isLast = place === editable.length - 1;
    const wanted = isLast ? rest : Math.min(present, rest);
    if (wanted === 0) steps.push({ do: 'delete', id });
    else if (wanted !== present) steps.push({ do: 'edit', id, minutes: wanted });
    rest -= wanted;
  }
  return editable.length === 0 && rest > 0 ? [{ do: 'log', minutes: rest }] : steps;
}
