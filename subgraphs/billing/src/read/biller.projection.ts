import { projection, readTable } from '@nexus/kit/read';
import { BILLER_ID } from '../domain/biller.aggregate.js';
import { Biller } from './biller.entity.js';
import type { BillingLog } from './billing-log.js';

export const billerTable = readTable({
  schema: 'billing',
  name: 'biller',
  columns: `
    id text COLLATE "C" NOT NULL,
    legal_name text NOT NULL,
    address jsonb,
    country text NOT NULL,
    vat_id text,
    currency text NOT NULL,
    time_zone text NOT NULL,
    payment_terms integer NOT NULL,
    increment_minutes integer NOT NULL,
    invoice_series text NOT NULL,
    credit_note_series text NOT NULL,
    registrations jsonb NOT NULL,
    one_stop_shop boolean NOT NULL,
    tax_rates jsonb NOT NULL,
    bank jsonb`,
});

export const billerProjection = projection<BillingLog>()<Biller>({
  name: 'billing.biller',
  mode: 'inline',
  entity: Biller,
  table: billerTable,
  on: {
    'billing.BillerConfigured': { key: () => BILLER_ID, apply: (_, { data }) => data },
  },
});
