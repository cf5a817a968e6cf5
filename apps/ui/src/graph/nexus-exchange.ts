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
import { createLateAnswers, type LateAnswers } from './late-answers.js';
import type { LiveLine } from './live-line.js';
import type { Places } from './places.js';

type Graph = Pick<Nexus, 'execute' | 'subscribe'>;

/**
 * The last exchange: what the cache cannot answer goes to the graph through the SDK, which renews tokens, repeats
 * what may be repeated, and resumes subscriptions behind their last event.
 */
export function nexusExchange(nexus: Graph, line: LiveLine, places: Places): Exchange {
  return () => (operations$) => {
    const late = createLateAnswers();
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
            ? follow(nexus, operation, line, late)
            : ask(nexus, operation, places, late);
        // What was begun to be written is written, whoever still waits for it.
        return operation.kind === 'mutation'
          ? results$
          : pipe(results$, takeUntil(endOf(operation)));
      }),
    );
  };
}

function ask(
  nexus: Graph,
  operation: Operation,
  places: Places,
  late: LateAnswers,
): Source<OperationResult> {
  return make<OperationResult>(({ next, complete }) => {
    const stop = new AbortController();
    const isQuery = operation.kind === 'query';
    const settle = isQuery ? [late.ask(), places.ask(operation.key)] : [];
    void answer(nexus, operation, stop.signal).then((result) => {
      const isTold = result !== undefined && !stop.signal.aborted;
      if (isTold) next(result);
      const place = isTold && result.data ? placeOf(result) : undefined;
      for (const tell of settle) tell(place);
      if (isTold) complete();
    });
    return () => stop.abort();
  });
}

/** As of where in the log an answer is. */
function placeOf({ extensions }: OperationResult): string | null {
  const sequence: unknown = extensions?.sequence;
  return typeof sequence === 'string' ? sequence : null;
}

async function answer(
  nexus: Graph,
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

/** What a subscription may be given in its context. */
export interface FollowContext {
  /** `sequence` behind which to begin: what is shown is as of there. Default: with what happens from now on. */
  readonly after?: string | null;
}

function follow(
  nexus: Graph,
  operation: Operation,
  line: LiveLine,
  late: LateAnswers,
): Source<OperationResult> {
  return make<OperationResult>(({ next, complete }) => {
    const stop = new AbortController();
    const part = line.join();
    const { query, variables, context } = operation;
    const { after } = context as FollowContext;
    const events = nexus.subscribe<object>(query as DocumentNode, variables ?? {}, {
      signal: stop.signal,
      onState: part.tell,
      ...(after && { after }),
    });
    void (async () => {
      try {
        for await (const data of events) {
          const tell = () => next(makeResult(operation, { data, hasNext: true }));
          late.heard(data, tell);
          tell();
        }
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
