import { projection, readTable } from '@nexus/kit/read';
import { BillingAccount } from './billing-account.entity.js';
import type { BillingLog } from './billing-log.js';

export const billingAccountTable = readTable({
  schema: 'billing',
  name: 'account',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    legal_name text NOT NULL,
    address jsonb,
    vat_id text,
    vat_id_status text NOT NULL CHECK (vat_id_status IN ('VALID', 'INVALID', 'UNCHECKED')),
    currency text NOT NULL,
    payment_terms integer`,
  indexes: ['UNIQUE (tenant_id, client_id)'],
  clientColumn: 'client_id',
});

export const billingAccountProjection = projection<BillingLog>()<BillingAccount>({
  name: 'billing.account',
  mode: 'inline',
  entity: BillingAccount,
  table: billingAccountTable,
  on: {
    'billing.BillingAccountOpened': {
      key: ({ data }) => data.accountId,
      apply: (_, { data: { accountId: __, ...facts }, version }) => ({ ...facts, version }),
    },
    'billing.BillingAccountChanged': {
      key: ({ data }) => data.accountId,
      apply: (_, { data: { changes }, version }) => ({ ...changes, version }),
    },
  },
});
