import { projection, readTable } from '@nexus/kit/read';
import type { BillingLog } from './billing-log.js';
import { JournalEntry, JournalLineRow } from './journal-entry.entity.js';

export const journalEntryTable = readTable({
  schema: 'billing',
  name: 'journal_entry',
  columns: `
    id text COLLATE "C" NOT NULL,
    date date NOT NULL,
    cause text NOT NULL,
    cause_id text COLLATE "C" NOT NULL,
    posted_at timestamptz NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    line_data jsonb NOT NULL`,
  indexes: ['(tenant_id, date, posted_at, id)', '(tenant_id, cause_id)'],
  clientColumn: 'client_id',
});

export const journalLineTable = readTable({
  schema: 'billing',
  name: 'journal_line',
  columns: `
    id text COLLATE "C" NOT NULL,
    entry_id text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    debit_minor bigint NOT NULL,
    credit_minor bigint NOT NULL,
    date date NOT NULL,
    client_id text COLLATE "C" NOT NULL`,
  indexes: ['(tenant_id, account, date)', '(tenant_id, client_id, account)'],
  clientColumn: 'client_id',
});

export const journalEntryProjection = projection<BillingLog>()<JournalEntry>({
  name: 'billing.journal_entry',
  mode: 'inline',
  entity: JournalEntry,
  table: journalEntryTable,
  on: {
    'billing.JournalPosted': {
      creates: true,
      key: ({ data }) => data.entryId,
      apply: (_, { data: { date, cause, causeId, clientId, lines }, occurredAt }) => ({
        ...{ date, cause, causeId, clientId },
        lineData: lines,
        postedAt: occurredAt,
      }),
    },
  },
});

export const journalLineProjection = projection<BillingLog>()<JournalLineRow>({
  name: 'billing.journal_line',
  mode: 'inline',
  entity: JournalLineRow,
  table: journalLineTable,
  on: {
    'billing.JournalPosted': {
      creates: true,
      key: ({ data }) => data.lines.map((_, i) => `${data.entryId}:${i}`),
      apply: (_, { data: { entryId, date, clientId, lines } }, key) => {
        const line = lines[Number(key.slice(entryId.length + 1))];
        return (
          line && {
            ...{ entryId, date, clientId },
            account: line.account,
            currency: line.debit.currency,
            debitMinor: line.debit.minor,
            creditMinor: line.credit.minor,
          }
        );
      },
    },
  },
});
