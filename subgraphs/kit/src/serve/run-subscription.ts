import { GraphQLError } from 'graphql';
import { maskedFault, maskFaults } from './errors.js';
import type { Hop } from './hop.js';
import type { ServeMetrics } from './metrics.js';
import type { ServedRequest, ServedResult, ServeOptions } from './serve.types.js';
import { ServedStream } from './served-stream.js';

/** Begins a subscription; never throws. What cannot begin is a stream's single answer. */
export async function runSubscription<P>(
  options: Pick<ServeOptions<P>, 'subscribe' | 'log'>,
  metrics: ServeMetrics,
  request: ServedRequest,
  hop: Hop<P>,
  closing: AbortSignal,
): Promise<AsyncGenerator<ServedResult> | ServedResult> {
  const { log } = options;
  const { principal, attributes, requestId } = hop;
  if (!options.subscribe) return { errors: [noSubscriptions()] };
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, closing]);
  try {
    const context = { principal, attributes, requestId, signal };
    const source = await options.subscribe(request, context);
    if (!(Symbol.asyncIterator in source)) return maskFaults(source, requestId, log);
    metrics.subscriptions(1);
    return new ServedStream(masked(source, requestId, log), signal, () => {
      metrics.subscriptions(-1);
      ended.abort();
    });
  } catch (error) {
    return { errors: [maskedFault(error, requestId, log)] };
  }
}

/** A source that breaks ends with an answer that says so. */
async function* masked(
  source: AsyncIterable<ServedResult>,
  requestId: string,
  log: ServeOptions<unknown>['log'],
): AsyncGenerator<ServedResult> {
  try {
    for await (const result of source) yield maskFaults(result, requestId, log);
  } catch (error) {
    yield { errors: [maskedFault(error, requestId, log)] };
  }
}

function noSubscriptions(): GraphQLError {
  return new GraphQLError('This subgraph offers no subscriptions', {
    extensions: { code: 'BAD_REQUEST' },
  });
}
