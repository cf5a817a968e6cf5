import type { GraphQLError } from 'graphql';
import { operationInfo } from '../engine/operation-info.js';
import type { Ready } from '../engine/prepared.js';
import { maskedFault } from '../observability/client-errors.js';
import type { ClientPart, ClientResult, SubgraphExtensions } from '../plugin.js';
import type { Asked } from './client-results.js';
import type { Services } from './services.js';

/**
 * The parts of an operation that defers something, after the plugins have seen them: the first in `onResponse`, the
 * others in `onDeferred`.
 */
export function deferredResults<P>(
  { engine, hooks, log, reports }: Services<P>,
  ready: Ready,
  { caller, transport, signal, http }: Asked,
): AsyncIterableIterator<ClientPart> {
  const subgraphExtensions: SubgraphExtensions[] = [];
  const parts = ready.answer
    ? onePart(ready.answer)
    : engine.executeInParts(ready, signal, subgraphExtensions);
  const operation = operationInfo(ready.operation);
  const errors: GraphQLError[] = [];
  let isOver = false;
  if (http) reports.claim(http.request);
  const finish = (): IteratorReturnResult<undefined> => {
    if (!isOver) reports.ended({ caller, transport, ran: true, errors });
    isOver = true;
    return { done: true, value: undefined };
  };
  const show = async (part: ClientPart): Promise<void> => {
    const { incremental: payloads, hasNext } = part;
    if (payloads) {
      const event = { operation, caller, transport, payloads, isLast: !hasNext };
      for (const hook of hooks.onDeferred) await hook(event);
    } else {
      const answer = { operation, caller, transport, result: part, hasNext };
      const event = { ...answer, subgraphExtensions, ...http };
      for (const hook of hooks.onResponse) await hook(event);
    }
    for (const told of payloads ?? [part]) errors.push(...(told.errors ?? []));
  };

  return {
    async next() {
      const part = isOver ? undefined : await parts.next();
      if (!part || part.done) return finish();
      try {
        await show(part.value);
        return part;
      } catch (error) {
        await parts.return?.();
        const fault = maskedFault(error, caller.requestId, log);
        errors.push(fault);
        finish();
        return { done: false, value: { errors: [fault], hasNext: false } };
      }
    },
    async return() {
      await parts.return?.();
      return finish();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* onePart(answer: ClientResult): AsyncGenerator<ClientPart, undefined> {
  const { data, errors, extensions } = answer;
  yield {
    ...(data !== undefined && { data }),
    ...(errors && { errors }),
    ...(extensions && { extensions }),
    hasNext: false,
  };
  return undefined;
}

/** The same once the first part is there: until then, plugins may set headers. */
export async function begun(
  parts: AsyncIterableIterator<ClientPart>,
): Promise<AsyncIterableIterator<ClientPart>> {
  const first = await parts.next();
  return resume(first, parts);
}

async function* resume(
  first: IteratorResult<ClientPart>,
  rest: AsyncIterableIterator<ClientPart>,
): AsyncGenerator<ClientPart, undefined> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return?.();
  }
  return undefined;
}
