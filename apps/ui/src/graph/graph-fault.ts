import { NexusError } from '@nexus/sdk';
import type { CombinedError } from '@urql/core';

/**
 * What went wrong outside the domain, as a screen shows it: a sentence, and the id under which the server logged it.
 * A broken rule is none of these: it is data, in a payload's `errors`.
 */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';

  constructor(
    /** The server's code (`FORBIDDEN`, `THROTTLED` …), or the client's own (`NETWORK_ERROR` …). */
    readonly code: string,
    message: string,
    readonly requestId: string | undefined,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /** What an answer's errors amount to. */
  static of(error: CombinedError): GraphFault {
    const { networkError, graphQLErrors } = error;
    if (networkError instanceof NexusError) {
      return new GraphFault(networkError.code, networkError.message, networkError.requestId, error);
    }
    const [first] = graphQLErrors;
    const { code, requestId } = (first?.extensions ?? {}) as Readonly<Record<string, unknown>>;
    return new GraphFault(
      typeof code === 'string' ? code : 'UNKNOWN',
      first?.message ?? error.message,
      typeof requestId === 'string' ? requestId : undefined,
      error,
    );
  }
}

/**
 * What to show of whatever was thrown.
 * @param say puts a fault in the reader's words: for what did not come by way of the graph, which has it done already
 */
export function describeFault(
  error: unknown,
  say: (fault: NexusError) => string = ({ message }) => message,
): { message: string; requestId: string | undefined } {
  if (error instanceof NexusError) return { message: say(error), requestId: error.requestId };
  if (error instanceof GraphFault) {
    return { message: error.message, requestId: error.requestId };
  }
  return { message: error instanceof Error ? error.message : String(error), requestId: undefined };
}
