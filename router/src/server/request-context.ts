import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, OperationInfo, Refusal, SubgraphExtensions } from '../plugin.js';

/** What one GraphQL request over HTTP is known by. Nothing of it reaches a resolver but `caller`. */
export interface RequestContext {
  readonly caller: Caller;
  /** Aborted when the client hangs up. */
  readonly signal: AbortSignal;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly subgraphExtensions: SubgraphExtensions[];
  /** Known once the document was read. */
  operation: OperationInfo | undefined;
  /** How a refusal is told over HTTP. */
  refused: Omit<Refusal, 'errors'> | undefined;
}

/** Aborts when the connection closes before the answer was written. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
