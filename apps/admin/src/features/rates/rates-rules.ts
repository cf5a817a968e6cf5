import type { Cache, CacheRules } from '@nexus/ui/graph/cache-rules';

/** Card and biller have no id of their own: once changed they are asked for anew. */
export const ratesRules: CacheRules = {
  updates: { Mutation: { rateCardSave: askAnew, billerConfigure: askAnew } },
};

function askAnew(_result: unknown, _args: unknown, cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (fieldName === 'rateCard' || fieldName === 'biller') cache.invalidate('Query', fieldKey);
  }
}
