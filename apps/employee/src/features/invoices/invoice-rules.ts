import { type CacheRules, forget, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { InvoiceChangedSubscription } from './invoice-changed.generated.js';
import type { UnbilledChangedSubscription } from './unbilled-changed.generated.js';

/** Events after which a list holds one more or one less; all others only change what is in it. */
const OF_LISTS = /\b(InvoiceDrafted|InvoiceDraftDeleted)$/;

/** Pages become lists; what comes and goes makes them be asked for anew. */
export const invoiceRules: CacheRules = {
  resolvers: { Query: { invoices: relayPagination(), billableItems: relayPagination() } },
  updates: {
    Subscription: {
      invoiceChanged({ invoiceChanged }: InvoiceChangedSubscription, _args, cache) {
        if (OF_LISTS.test(invoiceChanged.kind)) forget(cache, 'invoices');
      },
      unbilledChanged({ unbilledChanged }: UnbilledChangedSubscription, _args, cache) {
        // What was taken changes by its status; only what is new is not known yet.
        if (unbilledChanged.node?.status !== 'RESERVED') forget(cache, 'billableItems');
      },
    },
    Mutation: {
      invoiceDraftCreate: (_result, _args, cache) => forget(cache, 'invoices'),
      invoiceDraftDelete: (_result, _args, cache) => {
        forget(cache, 'invoices');
        forget(cache, 'billableItems');
      },
    },
  },
};
