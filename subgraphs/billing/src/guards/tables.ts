import { guardTable } from '@nexus/kit/read';

/** Who has a billable item: a draft or an invoice, never two of them. */
export const itemHoldTable = guardTable({
  schema: 'billing',
  name: 'item_hold',
  columns: `
    item_id text COLLATE "C" NOT NULL,
    invoice_id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL`,
  key: ['item_id'],
  indexes: ['(tenant_id, invoice_id)'],
  clientColumn: 'client_id',
});

/** The last number and day of each series. */
export const numberSeriesTable = guardTable({
  schema: 'billing',
  name: 'number_series',
  columns: `
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    year integer NOT NULL,
    last_number integer NOT NULL,
    last_date date NOT NULL`,
  key: ['kind'],
  clientsSee: 'nothing',
});

/** Rendered documents: stored once, the same bytes ever after. */
export const documentTable = guardTable({
  schema: 'billing',
  name: 'document',
  columns: `
    id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    bytes bytea NOT NULL,
    rendered_at timestamptz NOT NULL`,
  clientColumn: 'client_id',
});

/** The sandbox gateway's own books: what a real one keeps at its side. */
export const sandboxChargeTable = guardTable({
  schema: 'billing',
  name: 'sandbox_charge',
  columns: `
    key text COLLATE "C" NOT NULL,
    token text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('SUCCEEDED', 'REQUIRES_ACTION', 'FAILED', 'CANCELLED')),
    charged_at timestamptz NOT NULL`,
  key: ['key'],
  clientsSee: 'nothing',
});

/**
 * Messages on their way to whoever delivers them; gone once handed over. A later migration adds the client whose people
 * get one in place of an address, and the page that it leads to.
 */
export const outgoingMailTable = guardTable({
  schema: 'billing',
  name: 'outgoing_mail',
  columns: `
    id text COLLATE "C" NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    queued_at timestamptz NOT NULL`,
  clientsSee: 'nothing',
});
