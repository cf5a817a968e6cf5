import type { CrmEvents } from '@nexus/crm/events';
import { reaction } from '@nexus/kit/consumers';
import {
  type AccountFacts,
  accountIdOf,
  billingAccount,
} from '../domain/billing-account.aggregate.js';
import { BILLING_ACCOUNTS } from '../read/consumer-names.js';

/** A billing account opens by itself with each client, and follows it. */
export const openAccounts = reaction<CrmEvents>()({
  name: BILLING_ACCOUNTS,
  on: {
    'crm.ClientCreated': async ({ data }, tx) => {
      const { clientId, name, legalName, address, vatId, currency } = data;
      const accountId = accountIdOf(clientId);
      await tx.run(billingAccount, accountId, {
        type: 'open',
        ...{ accountId, clientId, address, vatId, currency },
        legalName: legalName ?? name,
      });
    },
    'crm.ClientUpdated': async ({ data: { clientId, changes } }, tx) => {
      const { name, legalName, address, vatId, currency } = changes;
      const shown = legalName ?? name;
      const facts: Partial<AccountFacts> = {
        ...(shown !== undefined && { legalName: shown }),
        ...(address !== undefined && { address }),
        ...(vatId !== undefined && { vatId }),
        ...(currency !== undefined && { currency }),
      };
      await tx.run(billingAccount, accountIdOf(clientId), { type: 'follow', changes: facts });
    },
  },
});
