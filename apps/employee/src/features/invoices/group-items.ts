import type { Money } from '@nexus/ui/components/decimal';
import { sumDecimals } from '@nexus/ui/components/sum-money';
import type { BillableItemsQuery } from './billable-items.generated.js';

export type UnbilledItem = NonNullable<BillableItemsQuery['billableItems']>['nodes'][number];

/** What one project, or the client outside any, has earned in one currency. */
export interface UnbilledGroup {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly project: UnbilledItem['project'];
  readonly items: readonly UnbilledItem[];
  readonly sum: Money;
  /** Hours as an exact decimal; `0` where nothing was earned by the hour. */
  readonly hours: string;
}

/** All that one client will be asked to pay. */
export interface UnbilledClient {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly UnbilledGroup[];
}

/** Work by client and project, in the order of their names; what lost its client cannot be billed and is left out. */
export function groupItems(items: readonly UnbilledItem[]): UnbilledClient[] {
  const groups = new Map<string, UnbilledItem[]>();
  for (const item of items) {
    if (!item.client || item.status !== 'PENDING') continue;
    const key = [item.client.id, item.project?.id ?? '', item.net.currency].join();
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const clients = new Map<string, UnbilledGroup[]>();
  for (const [id, found] of groups) {
    const group = groupOf(id, found);
    if (group) clients.set(group.clientId, [...(clients.get(group.clientId) ?? []), group]);
  }
  return [...clients]
    .map(([id, own]) => ({
      id,
      name: own[0]?.clientName ?? '',
      groups: own.toSorted((a, b) => nameIn(a).localeCompare(nameIn(b))),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function groupOf(id: string, items: readonly UnbilledItem[]): UnbilledGroup | undefined {
  const [first] = items;
  if (!first?.client) return undefined;
  const hours = items.filter(({ unit }) => unit === 'HOUR').map(({ quantity }) => quantity);
  return {
    id,
    clientId: first.client.id,
    clientName: first.client.name,
    project: first.project,
    items,
    sum: {
      amount: sumDecimals(items.map(({ net }) => net.amount)),
      currency: first.net.currency,
    },
    hours: sumDecimals(hours),
  };
}

const nameIn = ({ project }: UnbilledGroup) => project?.name ?? '';
