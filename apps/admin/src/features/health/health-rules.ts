import type { Cache, CacheRules } from '@nexus/ui/graph/cache-rules';

/** What was mended is looked at again at once, not at the next turn of the clock. */
export const healthRules: CacheRules = {
  updates: {
    Mutation: {
      parkedEventReplay: lookAgain,
      parkedEventSkip: lookAgain,
      jobRetry: lookAgain,
      mailResend: lookAgain,
      projectionRebuild: lookAgain,
    },
  },
};

function lookAgain(_result: unknown, _args: unknown, cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (fieldName === 'health' || fieldName === 'parkedEvents') cache.invalidate('Query', fieldKey);
  }
}
