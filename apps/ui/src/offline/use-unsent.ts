import type { TypedDocumentNode } from '../graph/document.js';
import type { OutboxItem } from './outbox.types.js';
import { useOutbox } from './outbox-context.js';
import { nameOf } from './queueable.js';

/** One of a kind of change, with what its mutation is given. */
export interface Unsent<Input> {
  readonly item: OutboxItem;
  readonly input: Input;
}

/** Of one kind of change: what its person has made and the graph has not taken, in its order. */
export function useUnsent<Variables extends OutboxItem['variables']>(
  document: TypedDocumentNode<unknown, Variables>,
): readonly Unsent<Variables['input']>[] {
  const name = nameOf(document);
  return useOutbox()
    .filter((item) => item.name === name && item.state !== 'sent')
    .map((item) => ({ item, input: item.variables.input as Variables['input'] }));
}
