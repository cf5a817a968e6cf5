import type { Exchange, Operation, OperationResult } from '@urql/core';
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka';
import type { OutboxLine } from './outbox-list.js';

/** Who decides what waits. */
interface Keeper {
  readonly takes: (operation: Operation) => boolean;
  /** Takes one up, to be sent by the line when its turn has come. */
  readonly enter: (operation: Operation, line: OutboxLine) => void;
}

/**
 * Stands between the cache and the network: an operation that is taken is forwarded when its turn has come,
 * and its answer goes back when there is one. Until then whoever asked waits, and an optimistic layer stays.
 */
export function outboxExchange({ takes, enter }: Keeper): Exchange {
  return ({ forward }) =>
    (operations$) => {
      const { source: sent$, next: send } = makeSubject<Operation>();
      const { source: answered$, next: answer } = makeSubject<OperationResult>();
      const waiting = new Map<number, (result: OperationResult) => void>();
      const line = {
        answer,
        send: (operation: Operation) =>
          new Promise<OperationResult>((settle) => {
            waiting.set(operation.key, settle);
            send(operation);
          }),
      };
      const shared$ = share(operations$);
      const direct$ = pipe(
        shared$,
        filter((operation) => !takes(operation)),
      );
      const kept$ = pipe(
        shared$,
        filter((operation) => takes(operation)),
        tap((operation) => enter(operation, line)),
        filter(() => false),
      ) as unknown as typeof answered$;
      const results$ = pipe(
        merge([direct$, sent$]),
        forward,
        filter((result) => {
          const settle = waiting.get(result.operation.key);
          waiting.delete(result.operation.key);
          settle?.(result);
          return !settle;
        }),
      );
      return merge([results$, answered$, kept$]);
    };
}
