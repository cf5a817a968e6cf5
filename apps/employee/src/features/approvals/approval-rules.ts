import { type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';

/** Pages of the queue become one list. */
export const approvalRules: CacheRules = {
  resolvers: { Query: { timeApprovals: relayPagination(), timeEntries: relayPagination() } },
};
