import { type AnswerPart, answerInParts } from '../execution/deferred/answer-in-parts.js';
import { startRun } from '../execution/run.js';
import { maskedFault } from '../observability/client-errors.js';
import type { ClientPart, DeferredPayload, SubgraphExtensions } from '../plugin.js';
import { startDeadline } from '../support/deadline.js';
import type { EngineOptions } from './engine.js';
import type { Ready } from './prepared.js';
import { toldErrors } from './told-errors.js';

/** An operation that is to be run, and for whom. */
interface Execution {
  readonly ready: Ready;
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal | undefined;
  /** Is told what subgraphs said beside their data until the first part. */
  readonly subgraphExtensions: SubgraphExtensions[];
}

/**
 * Runs an operation that defers something: its first part, then one for each time that something is ready. The time
 * limit is for all of them. Never rejects: a fault is the last part. No generator, because `return` of a generator waits
 * for the part that it is waiting for.
 */
export function executeInParts(
  {
    caller: subgraphs,
    metrics,
    limits,
    log,
  }: Pick<EngineOptions, 'caller' | 'metrics' | 'limits' | 'log'>,
  { ready, signal, subgraphExtensions }: Execution,
): AsyncIterableIterator<ClientPart> {
  const { graph, operation, variables, caller } = ready;
  const { requestId } = caller;
  const left = new AbortController();
  const leave = (): void => left.abort();
  const began = performance.now();
  const end = metrics.operations.startTimer({ kind: operation.kind });
  const follow = operation.kind === 'query' ? left.signal : undefined;
  const deadline = startDeadline(limits.operationTimeoutMs, follow);
  if (signal?.aborted) leave();
  signal?.addEventListener('abort', leave, { once: true });
  const running = { kind: operation.kind, supergraph: graph.supergraph };
  const context = { ...caller, operation: running, signal: deadline.signal };
  const run = startRun(subgraphs.call, context, variables);
  const parts = answerInParts(graph.schema, operation, run);
  let outcome: 'ok' | 'error' | 'fault' = 'ok';
  let isOver = false;

  const finish = (): IteratorReturnResult<undefined> => {
    if (!isOver) {
      isOver = true;
      signal?.removeEventListener('abort', leave);
      deadline.clear();
      end({ outcome });
      if (caller.record) caller.record.executeMs = performance.now() - began;
    }
    return { done: true, value: undefined };
  };
  const show = (part: AnswerPart): ClientPart => {
    if (part.kind === 'first') {
      subgraphExtensions.push(...run.subgraphExtensions);
      const { data, errors } = part.answer;
      if (errors.length > 0) outcome = 'error';
      return { data, ...toldErrors(errors, graph, requestId, log), hasNext: part.hasNext };
    }
    const incremental = part.answers.map(({ path, label, data, errors }): DeferredPayload => {
      if (errors.length > 0) outcome = 'error';
      const told = toldErrors(errors, graph, requestId, log);
      return { data, path, ...(label !== undefined && { label }), ...told };
    });
    return { incremental, hasNext: part.hasNext };
  };

  return {
    async next() {
      if (isOver) return { done: true, value: undefined };
      try {
        const part = await parts.next();
        // What a client that left would be told of: its own leaving.
        if (part.done || isOver || follow?.aborted) return finish();
        return { done: false, value: show(part.value) };
      } catch (error) {
        outcome = 'fault';
        finish();
        const errors = [maskedFault(error, requestId, log)];
        // Before the first part, nothing is there; afterwards what was told stands.
        const value: ClientPart = { errors, hasNext: false };
        return { done: false, value };
      }
    },
    async return() {
      leave();
      if (operation.kind === 'query') return finish();
      // What a mutation has begun is finished within its time.
      void drain(parts).finally(finish);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function drain(parts: AsyncGenerator<AnswerPart, undefined>): Promise<void> {
  try {
    for await (const _part of parts);
  } catch {
    // Nobody waits for it any more.
  }
}
