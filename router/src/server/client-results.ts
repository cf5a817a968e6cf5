import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerText } from '../engine/answer-text.js';
import { isInParts, isStream } from '../engine/is-stream.js';
import { operationInfo } from '../engine/operation-info.js';
import type { Prepared, Ready } from '../engine/prepared.js';
import type { ClientEvent } from '../engine/subscription-stream.js';
import { toldErrors } from '../engine/told-errors.js';
import { maskedFault } from '../observability/client-errors.js';
import type { Caller, ClientResult, ClientTransport, SubgraphExtensions } from '../plugin.js';
import { deferredResults } from './deferred-results.js';
import type { Services } from './services.js';
import { writtenResult } from './written-result.js';

/** On which way an operation came, for the plugins' last word on its answer. */
export interface Asked {
  readonly caller: Caller;
  readonly transport: ClientTransport;
  /** Is the result written as JSON? It then costs less, as long as no plugin reads its data. */
  readonly asText?: boolean;
  /** An answer that was kept: nothing is executed. */
  readonly kept?: AnswerText | undefined;
  /** Aborted when the client hangs up. */
  readonly signal?: AbortSignal | undefined;
  /** Over HTTP. */
  readonly http?: { readonly request: FastifyRequest; readonly reply: FastifyReply } | undefined;
}

/** What an answer needs; reports, where somebody reads them. */
type Answering<P> = Pick<Services<P>, 'engine' | 'hooks' | 'log'> &
  Partial<Pick<Services<P>, 'reports'>>;

/** The answer of a query or mutation, or its refusal, after the plugins have seen it. */
export async function answerClient<P>(
  { engine, hooks, log, reports }: Answering<P>,
  prepared: Prepared,
  { caller, transport, asText = false, kept, signal, http }: Asked,
): Promise<ClientResult> {
  const subgraphExtensions: SubgraphExtensions[] = [];
  const over = (result: ClientResult): ClientResult => {
    const { errors } = result;
    reports?.ended({ caller, transport, ran: prepared.ok, errors, request: http?.request });
    return result;
  };
  try {
    const run = async (ready: Ready): Promise<ClientResult> => {
      if (kept) return writtenResult(kept, {});
      // The host itself gets its data as values, of which JSON may not tell everything.
      const isShared =
        engine.deduplicates && ready.operation.kind === 'query' && transport !== 'local';
      if (!asText && !isShared) return engine.execute(ready, signal, subgraphExtensions);
      const { data, ...told } = await engine.executeToText(ready, signal, subgraphExtensions);
      return writtenResult(data, told);
    };
    const result = prepared.ok ? (prepared.answer ?? (await run(prepared))) : prepared.result;
    const operation = prepared.ok ? operationInfo(prepared.operation) : undefined;
    for (const hook of hooks.onResponse) {
      await hook({
        ...{ operation, caller, transport, result },
        hasNext: false,
        subgraphExtensions,
        ...http,
      });
    }
    return over(result);
  } catch (error) {
    return over({ errors: [maskedFault(error, caller.requestId, log)] });
  }
}

/** The results of any operation as a stream: one of a query, mutation or refusal, several of one that defers, many of a subscription. */
export function clientResults<P>(
  services: Services<P>,
  prepared: Prepared,
  asked: Asked,
): AsyncIterableIterator<ClientResult> {
  if (isStream(prepared)) return subscribeClient(services, prepared, asked);
  return isInParts(prepared)
    ? deferredResults(services, prepared, asked)
    : once(answerClient(services, prepared, asked));
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
  { engine, hooks, streams, metrics, log, reports }: Services<P>,
  ready: Ready,
  { signal, http }: Pick<Asked, 'signal' | 'http'>,
): AsyncIterableIterator<ClientResult> {
  const { caller, transport } = ready;
  const operation = operationInfo(ready.operation);
  const stream = engine.subscribe(ready);
  const forget = streams.add(stream, caller.principal, transport);
  if (http) reports.claim(http.request);
  let events = 0;
  let errors: ClientResult['errors'];
  let over = false;
  const finish = async (): Promise<IteratorReturnResult<undefined>> => {
    signal?.removeEventListener('abort', finish);
    forget();
    if (!over) reports.ended({ caller, transport, ran: true, errors, events });
    over = true;
    await stream.return();
    return { done: true, value: undefined };
  };
  const show = ({ data, errors, dropped, reconnected }: ClientEvent): ClientResult => {
    const told = toldErrors(errors, ready.graph, caller.requestId, log);
    const noted = dropped || reconnected ? { ...told.extensions, dropped, reconnected } : undefined;
    return { data, ...told, ...(noted && { extensions: noted }) };
  };

  if (signal?.aborted) void finish();
  signal?.addEventListener('abort', finish, { once: true });
  return {
    async next() {
      const event = await stream.next();
      if (event.done) return finish();
      metrics.events.inc({ transport });
      if (event.value.dropped) metrics.eventsDropped.inc({ transport }, event.value.dropped);
      events++;
      let result = show(event.value);
      errors = result.errors;
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
