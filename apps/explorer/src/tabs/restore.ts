import { idempotencyKey } from '@nexus/sdk';
import type { TabDefinition } from './tabs.js';

/** A tab as the editor holds it. */
export interface OpenTab {
  readonly id: string;
  readonly title: string;
}

/** The flow's tabs that were closed. */
export function closedTabs(
  open: readonly OpenTab[],
  flow: readonly TabDefinition[],
): readonly TabDefinition[] {
  const titles = new Set(open.map(({ title }) => title));
  return flow.filter(({ title }) => !titles.has(title));
}

/** The open tabs, as they are, and each closed one again behind the step that it follows. */
export function restoredTabs<T extends OpenTab>(
  open: readonly T[],
  flow: readonly TabDefinition[],
): (T | ReturnType<typeof newTab>)[] {
  const closed = new Set(closedTabs(open, flow));
  const tabs: (T | ReturnType<typeof newTab>)[] = [...open];
  flow.forEach((step, index) => {
    if (!closed.has(step)) return;
    const before = flow[index - 1]?.title;
    const place = tabs.findIndex(({ title }) => title === before) + 1;
    tabs.splice(place, 0, newTab(step));
  });
  return tabs;
}

function newTab({ title, query, variables }: TabDefinition) {
  return {
    id: idempotencyKey(),
    hash: '',
    title,
    operationName: title,
    query,
    variables,
    headers: null,
    response: null,
  };
}
