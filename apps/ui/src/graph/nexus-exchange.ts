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
    void answer(nexus, operation, stop.signal).then((result) => {
      if (!result || stop.signal.aborted) return;
      next(result);
      complete();
    });
    return () => stop.abort();
  });
}

async function answer(
  nexus: Pick<Nexus, 'execute'>,
  operation: Operation,
  signal: AbortSignal,
): Promise<OperationResult | undefined> {
  // React looks whether there is an answer already, and leaves at once: that must not reach the network.
  await Promise.resolve();
  if (signal.aborted) return undefined;
  const { query, variables, kind } = operation;
  const how = kind === 'query' ? { signal } : {};
  try {
    const result = await nexus.execute(query as DocumentNode, variables ?? {}, how);
    return makeResult(operation, result as never);
  } catch (error) {
    return makeErrorResult(operation, asError(error));
  }
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
        next(makeErrorResult(operation, asError(error)));
        complete();
      } finally {
        part.leave();
      }
    })();
    return () => stop.abort();
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new NexusError('UNKNOWN', String(error));
}
