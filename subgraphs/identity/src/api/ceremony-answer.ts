import { type Answer, type GraphContext, mutateInSteps } from '@nexus/kit/graph';
import { GraphQLError } from 'graphql';
import { NoSlot } from '../ceremonies/slots.js';

/**
 * Answers a ceremony: broken rules as data. Its answers hold secrets, so none is stored under an idempotency
 * key; every ceremony is safe to repeat by itself.
 */
export function answerCeremony<Result extends object>(
  ctx: GraphContext,
  ceremony: () => Promise<Result>,
): Promise<Answer<Result>> {
  return mutateInSteps<Result>(ctx, {}, () => ceremony().catch(explainBusy));
}

function explainBusy(error: unknown): never {
  if (!(error instanceof NoSlot)) throw error;
  throw new GraphQLError('Too many people sign in at this moment; try again.', {
    extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: 2 },
  });
}
