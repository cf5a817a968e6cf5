import { type CacheRules, forget, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { InvoiceChangedSubscription } from './invoice-changed.generated.js';

/** Events that leave every list of invoices as it is. */
const QUIET = new Set(['InvoiceViewed', 'InvoicePaymentStarted', 'InvoicePaymentEnded']);

/** What happens to an invoice is on its page by itself; lists are asked for anew, because it may join or leave them. */
export const invoiceRules: CacheRules = {
  resolvers: { Query: { invoices: relayPagination() } },
  updates: {
    Subscription: {
      invoiceChanged({ invoiceChanged }: InvoiceChangedSubscription, _args, cache) {
        if (!QUIET.has(invoiceChanged.kind)) forget(cache, 'invoices');
      },
    },
  },
};
