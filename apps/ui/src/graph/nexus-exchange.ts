import { type Nexus, NexusError } from '@nexus/sdk';
import {
  type Exchange,
  makeErrorResult,
  makeResult,
  type Operation,
  type OperationResult,
} from '@urql/core';
import type { DocumentNode } from 'graphql';
import { filter, make, mergeMap, pipe, type Source, takeUntil } from 'wonka';
import type { LiveLine } from './live-line.js';

/**
 * The last exchange: what the cache cannot answer goes to the graph through the SDK, which renews tokens, repeats
 * what may be repeated, and resumes subscriptions behind their last event.
 */
export function nexusExchange(
  nexus: Pick<Nexus, 'execute' | 'subscribe'>,
  line: LiveLine,
): Exchange {
  return () => (operations$) => {
    const endOf = ({ key }: Operation) =>
      pipe(
        operations$,
        filter((other) => other.kind === 'teardown' && other.key === key),
      );
    return pipe(
      operations$,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation): Source<OperationResult> => {
        const results$ =
          operation.kind === 'subscription'
            ? follow(nexus, operation, line)
            : ask(nexus, operation);
        // What was begun to be written is written, whoever still waits for it.
        return operation.kind === 'mutation'
          ? results$
          : pipe(results$, takeUntil(endOf(operation)));
      }),
    );
  };
}

function ask(nexus: Pick<Nexus, 'execute'>, operation: Operation): Source<OperationResult> {
  return make<OperationResult>(({ next, complete }) => {
    const stop = new AbortController();
    const how = operation.kind === 'query' ? { signal: stop.signal } : {};
    void nexus
      .execute(operation.query as DocumentNode, operation.variables ?? {}, how)
      .then(
        (result) => makeResult(operation, result as never),
        (error: Error) => makeErrorResult(operation, error),
      )
      .then((result) => {
        if (stop.signal.aborted) return;
        next(result);
        complete();
      });
    return () => stop.abort();
  });
}

function follow(
  nexus: Pick<Nexus, 'subscribe'>,
  operation: Operation,
  line: LiveLine,
): Source<OperationResult> {
  return make<OperationResult>(({ next, complete }) => {
    const stop = new AbortController();
    const part = line.join();
    const events = nexus.subscribe<object>(
      operation.query as DocumentNode,
      operation.variables ?? {},
      {
        signal: stop.signal,
        onState: part.tell,
      },
    );
    void (async () => {
      try {
        for await (const data of events) next(makeResult(operation, { data, hasNext: true }));
        if (!stop.signal.aborted) complete();
      } catch (error) {
        if (stop.signal.aborted) return;
        next(makeErrorResult(operation, asNexusError(error)));
        complete();
      } finally {
        part.leave();
      }
    })();
    return () => stop.abort();
  });
}

function asNexusError(error: unknown): Error {
  return error instanceof Error ? error : new NexusError('UNKNOWN', String(error));
}
