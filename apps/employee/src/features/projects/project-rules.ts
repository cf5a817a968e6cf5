import { type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';

/** Pages of the list become one list. */
export const projectRules: CacheRules = {
  resolvers: {
    Query: { projects: relayPagination() },
    Project: { activity: relayPagination() },
  },
};
