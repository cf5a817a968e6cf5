import type { Caller, ClientResult, Ready } from '../engine/engine.js';
import type { StreamTransport } from '../engine/streams.js';
import type { OperationResult } from '../execution/execute-operation.js';
import { clientErrors } from '../observability/client-errors.js';
import type { Services } from './services.js';

/** The results of any operation as a stream: one of a query or mutation, many of a subscription. */
export function clientResults<P>(
  services: Services<P>,
  ready: Ready,
  caller: Caller,
  signal: AbortSignal,
  transport: StreamTransport,
): AsyncIterableIterator<ClientResult> {
  return ready.operation.kind === 'subscription'
    ? subscribeClient(services, ready, caller, transport, signal)
    : once(services.engine.execute(ready, caller, signal));
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
  { engine, streams, metrics, log }: Services<P>,
  ready: Ready,
  caller: Caller,
  transport: StreamTransport,
  signal?: AbortSignal,
): AsyncIterableIterator<ClientResult> {
  const stream = engine.subscribe(ready, caller);
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
      return { done: false, value: show(event.value) };
    },
    return: finish,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
