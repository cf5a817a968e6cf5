import {
  accept,
  aggregate,
  type Decision,
  decodeId,
  defineEvents,
  type EventOf,
  encodeId,
  event,
  type Money,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { BillableKind } from '../../events.js';
import type { LineUnit } from './invoice-line.js';

export interface BillableItemRecorded {
  readonly itemId: string;
  readonly clientId: string;
  readonly projectId: string;
  /** The version of the source tells a second approval from a repeated message. */
  readonly source: { readonly kind: BillableKind; readonly id: string; readonly version: number };
  /** Day on which it was earned. */
  readonly on: string;
  readonly quantity: string;
  readonly unit: LineUnit;
  /** Price of one unit, in minor units of the project's currency. */
  readonly unitPrice: Money;
  /** Who did the work; null for what nobody did by the hour. */
  readonly personId: string | null;
  readonly task: { readonly id: string; readonly title: string | null } | null;
  readonly note: string | null;
}

interface BillableItemWithdrawn {
  readonly itemId: string;
  readonly clientId: string;
  readonly projectId: string;
}

export const billableItemEvents = defineEvents('billing', {
  BillableItemRecorded: event<BillableItemRecorded>(),
  BillableItemWithdrawn: event<BillableItemWithdrawn>(),
});
export type BillableItemEvent = EventOf<typeof billableItemEvents.specs>;

export type BillableItemState =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'EARNED' | 'WITHDRAWN';
      readonly item: BillableItemRecorded;
      /** The latest version of the source that was heard of. */
      readonly version: number;
    };

export type BillableItemCommand =
  | ({ readonly type: 'record' } & BillableItemRecorded)
  | { readonly type: 'withdraw' };

function decide(
  state: BillableItemState,
  command: BillableItemCommand,
): Decision<BillableItemEvent> {
  switch (command.type) {
    case 'record': {
      const { type: _, ...data } = command;
      // Messages come at least once: an old or repeated one says nothing new.
      const known = state.status !== 'NONE' && data.source.version <= state.version;
      return accept(known ? [] : [{ type: 'BillableItemRecorded', data }]);
    }
    case 'withdraw': {
      if (state.status === 'NONE') {
        return refuse(violation('NOT_FOUND', 'There is no such billable item.'));
      }
      if (state.status === 'WITHDRAWN') return accept([]);
      const { itemId, clientId, projectId } = state.item;
      return accept([{ type: 'BillableItemWithdrawn', data: { itemId, clientId, projectId } }]);
    }
    default:
      return unreachable(command, 'command');
  }
}

function evolve(state: BillableItemState, event: BillableItemEvent): BillableItemState {
  switch (event.type) {
    case 'BillableItemRecorded':
      return { status: 'EARNED', item: event.data, version: event.data.source.version };
    case 'BillableItemWithdrawn':
      return state.status === 'NONE' ? state : { ...state, status: 'WITHDRAWN' };
    default:
      return unreachable(event, 'event');
  }
}

/** Something earned. Which invoice has it is told by the invoices; a source is one item, once. */
export const billableItem = aggregate<BillableItemState, BillableItemCommand, BillableItemEvent>({
  name: 'billable-item',
  catalogue: billableItemEvents,
  initial: { status: 'NONE' },
  decide,
  evolve,
});

/** The item of a source: the same UUID under the item's prefix. Throws RangeError for what is no id. */
export function itemIdOf(sourceId: string): string {
  const decoded = decodeId(sourceId);
  if (!decoded) throw new RangeError(`Not an id: ${sourceId}`);
  return encodeId('BillableItem', decoded.uuid);
}
