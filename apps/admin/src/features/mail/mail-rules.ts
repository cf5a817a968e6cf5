import { type CacheRules, relayPagination } from '@nexus/ui/graph/cache-rules';

/** Pages of the mailbox become one list. */
export const mailRules: CacheRules = { resolvers: { Query: { devMailbox: relayPagination() } } };
