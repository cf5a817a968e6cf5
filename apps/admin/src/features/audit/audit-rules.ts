import { type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';

/** Pages of the trail become one list, for each filter its own. */
export const auditRules: CacheRules = {
  resolvers: { Query: { auditTrail: relayPagination() } },
};
