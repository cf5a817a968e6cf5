import { operationInfo, type Ready } from '../engine/engine.js';
import type { OperationResult } from '../execution/execute-operation.js';
import { clientErrors } from '../observability/client-errors.js';
import type { ClientResult } from '../plugin.js';
import type { Services } from './services.js';

/** The results of any operation as a stream: one of a query or mutation, many of a subscription. */
export function clientResults<P>(
  services: Services<P>,
  ready: Ready,
  signal: AbortSignal,
): AsyncIterableIterator<ClientResult> {
  return ready.operation.kind === 'subscription'
    ? subscribeClient(services, ready, signal)
    : once(services.engine.execute(ready, signal));
}

export async function* once(
  result: ClientResult | Promise<ClientResult>,
): AsyncGenerator<ClientResult, undefined> {
  yield await result;
  return undefined;
}

/**
 * A subscription as one client sees it: counted, its errors fit to be seen. No generator, because
 * `return` of a generator waits for the event that it is waiting for, which may never come.
 */
export function subscribeClient<P>(
  { engine, hooks, streams, metrics, log }: Services<P>,
  ready: Ready,
  signal?: AbortSignal,
): AsyncIterableIterator<ClientResult> {
  const { caller, transport } = ready;
  const operation = operationInfo(ready.operation);
  const stream = engine.subscribe(ready);
  const forget = streams.add(stream, caller.principal, transport);
  const finish = async (): Promise<IteratorReturnResult<undefined>> => {
    signal?.removeEventListener('abort', finish);
    forget();
    await stream.return();
    return { done: true, value: undefined };
  };
  const show = ({ data, errors }: OperationResult): ClientResult =>
    errors.length === 0 ? { data } : { data, errors: clientErrors(errors, caller.requestId, log) };

  if (signal?.aborted) void finish();
  signal?.addEventListener('abort', finish, { once: true });
  return {
    async next() {
      const event = await stream.next();
      if (event.done) return finish();
      metrics.events.inc({ transport });
      let result = show(event.value);
      for (const hook of hooks.onEvent) {
        result = (await hook({ operation, caller, transport, result })) ?? result;
      }
      return { done: false, value: result };
    },
    return: finish,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
