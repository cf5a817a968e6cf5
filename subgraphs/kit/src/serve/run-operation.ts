import { INTERNAL, maskedFault, maskFaults } from './errors.js';
import type { Hop } from './hop.js';
import type { Outcome, ServeMetrics } from './metrics.js';
import type { ServedRequest, ServedResult, ServeOptions } from './serve.types.js';

/** Runs a query or mutation; never throws. */
export async function runOperation<P>(
  options: Pick<ServeOptions<P>, 'execute' | 'log'>,
  metrics: ServeMetrics,
  request: ServedRequest,
  hop: Hop<P>,
  signal: AbortSignal,
): Promise<ServedResult> {
  const { log } = options;
  const from = performance.now();
  let result: ServedResult;
  try {
    const { principal, attributes, requestId } = hop;
    result = await options.execute(request, { principal, attributes, requestId, signal });
    result = maskFaults(result, requestId, log);
  } catch (error) {
    result = { errors: [maskedFault(error, hop.requestId, log)] };
  }
  const seconds = (performance.now() - from) / 1_000;
  const outcome = outcomeOf(result);
  metrics.observe(request.operationKind, outcome, seconds);
  const { operationKind: kind, operationName } = request;
  log.debug({ requestId: hop.requestId, kind, operationName, outcome, seconds }, 'operation');
  return result;
}

function outcomeOf({ errors }: ServedResult): Outcome {
  if (!errors?.length) return 'ok';
  return errors.some(({ extensions }) => extensions.code === INTERNAL) ? 'fault' : 'errors';
}
