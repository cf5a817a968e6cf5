import type { EntityName, Money } from '@nexus/kit/domain';
import { toDecimalText } from '@nexus/kit/domain';
import type { BillableKind } from '../../events.js';
import { addDecimals } from './decimal-text.js';
import type { LineDraft, LineUnit } from './invoice-line.js';

/** How billable items become lines. Items of different prices never share one. */
export const GROUPINGS = ['PROJECT', 'PERSON', 'TASK', 'ENTRY'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A billable item as drafting needs it. */
export interface DraftableItem {
  readonly id: string;
  readonly sourceKind: BillableKind;
  readonly sourceId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly on: string;
  readonly quantity: string;
  readonly unit: LineUnit;
  readonly unitPrice: Money;
  /** Who did the work. */
  readonly personId: string | null;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string | null;
}

function groupKey(item: DraftableItem, grouping: Grouping): string {
  const price = `${item.unit} ${item.unitPrice.minor}`;
  if (grouping === 'ENTRY' || item.sourceKind === 'MILESTONE') return item.id;
  if (grouping === 'PROJECT') return `${item.projectId} ${price}`;
  const by = grouping === 'PERSON' ? item.personId : item.taskId;
  return `${item.projectId} ${by ?? ''} ${price}`;
}

function describe(item: DraftableItem, grouping: Grouping): string {
  if (item.sourceKind === 'MILESTONE') return `${item.projectName}: ${item.note ?? 'milestone'}`;
  const task = item.taskTitle ?? item.projectName;
  // No person's name: an invoice is kept for years, and a name may have to be erased before.
  if (grouping === 'PROJECT' || grouping === 'PERSON') return item.projectName;
  if (grouping === 'TASK') return task;
  return `${item.on} ${task}${item.note ? `: ${item.note}` : ''}`.slice(0, 1_000);
}

/** The lines of a draft from items, in order of day and id. Every line names the sources behind it. */
export function linesFromItems(
  items: readonly DraftableItem[],
  grouping: Grouping,
  newId: (entity: EntityName) => string,
): LineDraft[] {
  const groups = new Map<string, DraftableItem[]>();
  const inOrder = [...items].sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1));
  for (const item of inOrder) {
    const key = groupKey(item, grouping);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return Array.from(groups.values(), (group) => lineOf(group, grouping, newId('InvoiceLine')));
}

function lineOf(group: readonly DraftableItem[], grouping: Grouping, id: string): LineDraft {
  const [first] = group as readonly [DraftableItem, ...DraftableItem[]];
  return {
    id,
    description: describe(first, grouping),
    quantity: addDecimals(group.map((item) => item.quantity)),
    unit: first.unit,
    unitPrice: toDecimalText(first.unitPrice),
    discount: null,
    taxHint: 'STANDARD',
    projectId: first.projectId,
    servicePeriod: { from: first.on, to: group.at(-1)?.on ?? first.on },
    sources: group.map(({ id: itemId, sourceKind: kind, sourceId, quantity }) => ({
      kind,
      id: sourceId,
      itemId,
      quantity,
    })),
  };
}
