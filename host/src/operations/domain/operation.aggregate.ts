import { accept, aggregate } from '@nexus/kit/domain';
import { type OperationsEvent, operationsEvents } from './operations.events.js';

/** How many events tell of the operation: whether it may be done was decided where it was done. */
interface OperationState {
  readonly told: number;
}

/** One thing that somebody did about the house: stream `operation-{id}`, so that no two wait for each other. */
export const operation = aggregate<
  OperationState,
  { readonly event: OperationsEvent },
  OperationsEvent
>({
  name: 'operation',
  catalogue: operationsEvents,
  initial: { told: 0 },
  decide: (_state, { event }) => accept([event]),
  evolve: ({ told }) => ({ told: told + 1 }),
});
