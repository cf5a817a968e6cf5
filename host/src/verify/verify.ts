import pg from 'pg';
import type { Foundation } from '../house/foundation.js';
import type { House } from '../house/house.js';

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** What was found, where it is not what it should be. */
  readonly detail: string;
}

interface Check {
  readonly name: string;
  /** Rows of this statement are faults. Runs as the owner, across tenants. */
  readonly faults: string;
}

/** What must hold whatever crashed: over the log alone, so that no read model can hide a fault. */
const CHECKS: readonly Check[] = [
  {
    name: 'every stream counts its versions without gap',
    faults: `SELECT tenant_id, stream FROM kit.event GROUP BY 1, 2 HAVING count(*) <> max(version)`,
  },
  {
    name: 'the ledger balances, each entry and each currency',
    faults: `
      SELECT e.stream, line->'debit'->>'currency' AS currency,
        sum((line->'debit'->>'minor')::bigint - (line->'credit'->>'minor')::bigint) AS difference
      FROM kit.event e, jsonb_array_elements(e.data->'lines') AS line
      WHERE e.type = 'billing.JournalPosted' GROUP BY 1, 2
      HAVING sum((line->'debit'->>'minor')::bigint - (line->'credit'->>'minor')::bigint) <> 0`,
  },
  {
    name: 'invoice and credit note numbers have no gap and no double',
    faults: `
      WITH numbered AS (
        SELECT tenant_id, regexp_replace(data->>'number', '\\d+$', '') AS series,
          substring(data->>'number' from '\\d+$')::int AS n
        FROM kit.event WHERE type IN ('billing.InvoiceFinalized', 'billing.CreditNoteIssued'))
      SELECT tenant_id, series, count(*), max(n) FROM numbered GROUP BY 1, 2
      HAVING count(*) <> max(n) OR count(DISTINCT n) <> count(*)`,
  },
  {
    name: 'no hour is invoiced twice',
    faults: `
      SELECT e.tenant_id, source->>'id' AS source
      FROM kit.event e, jsonb_array_elements(e.data->'sources') AS source
      WHERE e.type IN ('billing.BillableItemsInvoiced', 'billing.BillableItemsReleased') AND EXISTS (
        SELECT FROM kit.event i, jsonb_array_elements(i.data->'sources') AS other
        WHERE i.type = 'billing.BillableItemsInvoiced' AND i.tenant_id = e.tenant_id
          AND i.stream = e.stream AND other->>'id' = source->>'id')
      GROUP BY 1, 2
      HAVING count(*) FILTER (WHERE e.type = 'billing.BillableItemsInvoiced')
        - count(*) FILTER (WHERE e.type = 'billing.BillableItemsReleased') > 1`,
  },
  {
    name: 'no event is parked',
    faults: 'SELECT consumer, stream, version, error FROM kit.parked_event',
  },
];

/** Runs all checks. Waits for the consumers first, so that what they still hold does not count as a fault. */
export async function verify(house: House, { urls }: Foundation): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: urls.owner });
  client.on('error', () => {}); // the query under way fails by itself
  await client.connect();
  try {
    const { rows: tenants } = await client.query<{ id: string }>(
      'SELECT DISTINCT tenant_id AS id FROM kit.event',
    );
    const late: string[] = [];
    for (const { name } of house.runtime.consumers.status()) {
      for (const { id } of tenants) {
        if (!(await house.runtime.consumers.fence(name, id))) late.push(name);
      }
    }
    const findings: Finding[] = [
      {
        check: 'every consumer has caught up',
        ok: late.length === 0,
        detail: [...new Set(late)].join(', '),
      },
    ];
    for (const { name, faults } of CHECKS) {
      const { rows } = await client.query(`${faults} LIMIT 5`);
      findings.push({
        check: name,
        ok: rows.length === 0,
        detail: rows.map((row) => JSON.stringify(row)).join(' '),
      });
    }
    return findings;
  } finally {
    await client.end();
  }
}
