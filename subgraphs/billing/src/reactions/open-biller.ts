import type { IdentityEvents } from '@nexus/identity/events';
import { reaction } from '@nexus/kit/consumers';
import { BILLER_ID, biller } from '../domain/biller.aggregate.js';
import { BILLING_SELLER } from '../read/consumer-names.js';

/** A tenant can sell as soon as it works: its settings begin with what the tenant said of itself. */
export const openBiller = reaction<IdentityEvents>()({
  name: BILLING_SELLER,
  on: {
    'identity.TenantActivated': async ({ data }, tx) => {
      const { name: legalName, country, currency, timeZone } = data;
      const command = { type: 'open' as const, legalName, country, currency, timeZone };
      await tx.run(biller, BILLER_ID, command);
    },
  },
});
