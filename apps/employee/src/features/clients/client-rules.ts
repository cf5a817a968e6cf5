import { type CacheRules, forget, relayPagination } from '@nexus/ui/graph/cache-rules';

/** Lists are asked for anew when one comes or goes; everything else follows by itself. */
export const clientRules: CacheRules = {
  resolvers: { Query: { clients: relayPagination() } },
  updates: {
    Mutation: {
      clientCreate: (_result, _args, cache) => forget(cache, 'clients'),
      clientArchive: (_result, _args, cache) => forget(cache, 'clients'),
      clientRestore: (_result, _args, cache) => forget(cache, 'clients'),
      contactCreate: (_result, _args, cache) => forget(cache, 'contacts'),
      contactErase: (_result, _args, cache) => forget(cache, 'contacts'),
    },
    Subscription: {
      contactChanged({ contactChanged }: { contactChanged: { kind: string } }, _args, cache) {
        if (/Contact(Created|Erased)$/.test(contactChanged.kind)) forget(cache, 'contacts');
      },
    },
  },
};
