import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadSession } from '@nexus/kit/read';
import { staff } from '@nexus/kit/testing';
import {
  activate,
  type BillingHouse,
  finance,
  freshId,
  openBillingHouse,
  openInvoice,
  SCOPES,
  testTenant,
} from './support/billing-house.js';

let house: BillingHouse;
const clients: string[] = [];
const projects: string[] = [];
const invoices: string[] = [];
const entries: string[] = [];

beforeAll(async () => {
  house = await openBillingHouse();
  while (invoices.length < 100) {
    const made = await Promise.all(Array.from({ length: 10 }, () => openInvoice(house)));
    for (const { clientId, projectId, entryId, invoice } of made) {
      clients.push(clientId);
      projects.push(projectId);
      entries.push(entryId);
      invoices.push(invoice.id);
    }
  }
  await house.settled(finance);
}, 120_000);
afterAll(() => house.close());

/** Answers of one `_entities` call, and how many statements it took. */
async function entities(of: string, ids: readonly string[], fields: string, caller = finance) {
  const original = ReadSession.prototype.sql;
  let statements = 0;
  ReadSession.prototype.sql = function (this: ReadSession, ...args: Parameters<typeof original>) {
    statements += 1;
    return original.apply(this, args);
  } as typeof original;
  try {
    const { _entities } = await house
      .as(caller)
      .ask<{ _entities: unknown[] }>(
        `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${of} { ${fields} } } }`,
        { of: ids.map((id) => ({ __typename: of, id })) },
      );
    return { found: _entities, statements };
  } finally {
    ReadSession.prototype.sql = original;
  }
}

describe('a hundred references at once', () => {
  it.each([
    [
      'Client',
      clients,
      'id billingAccount { id } outstandingBalance { amount } overdueBalance { amount }',
      5,
    ],
    [
      'Project',
      projects,
      'id invoicedAmount { amount } unbilledAmount { amount } paidAmount { amount }',
      5,
    ],
    ['TimeEntry', entries, 'id invoice { number }', 5],
    [
      'Invoice',
      invoices,
      'id number overdue viewerCanPay viewerCanUpdate viewerCanDelete viewerCanFinalize viewerCanSend viewerCanVoid viewerCanCredit viewerCanWriteOff viewerCanRecordPayment account { id } payments { id } creditNotes { id } pdfUrl history { kind }',
      9,
    ],
  ])('of %s take a handful of statements', async (of, ids, fields, most) => {
    const { found, statements } = await entities(of, ids, fields);
    expect(found).toHaveLength(100);
    expect(found).not.toContain(null);
    expect(statements).toBeLessThanOrEqual(most);
  });

  it('of another tenant answer like absent ones', async () => {
    const stranger = staff(SCOPES, { tenantId: testTenant(3) });
    await activate(house, stranger);
    const there = await entities('Invoice', invoices.slice(0, 1), 'id', stranger);
    const nowhere = await entities('Invoice', [freshId('Invoice')], 'id', stranger);
    expect(there.found).toEqual([null]);
    expect(there.found).toEqual(nowhere.found);
    const client = await entities('Client', clients.slice(0, 1), 'id', stranger);
    expect(client.found).toEqual([null]);
  });
});

describe('lists', () => {
  interface Listed {
    invoices: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  const list = (args: string) =>
    house
      .as(finance)
      .ask<Listed>(`{ invoices(${args}) { nodes { id } pageInfo { hasNextPage endCursor } } }`);

  it.each(['CREATED_AT', 'ISSUE_DATE', 'DUE_DATE', 'TOTAL', 'NUMBER', 'REMAINING'])(
    'of invoices by %s go page by page through all, forwards',
    async (field) => {
      const seen: string[] = [];
      let after = '';
      for (let page = 0; page < 6; page++) {
        const from = after ? `after: "${after}",` : '';
        const order = `orderBy: [{ field: ${field}, direction: DESC }]`;
        const { nodes, pageInfo } = (await list(`first: 30, ${from} ${order}`)).invoices;
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(seen).toHaveLength(100);
      expect(new Set(seen)).toEqual(new Set(invoices));
    },
  );

  it('are filtered by client, state, number and lateness', async () => {
    const one = (await list(`filter: { clientId: { eq: "${clients[7]}" } }`)).invoices.nodes;
    expect(one).toEqual([{ id: invoices[7] }]);
    const none = (await list('filter: { status: [DRAFT, VOID] }')).invoices.nodes;
    expect(none).toEqual([]);
    const numbered = await list('filter: { number: { startsWith: "INV-2026-00001" } }, first: 100');
    expect(numbered.invoices.nodes).toHaveLength(10);
    expect((await list('filter: { overdue: true }')).invoices.nodes).toEqual([]);
    expect((await list('filter: { overdue: false }, first: 100')).invoices.nodes).toHaveLength(100);
  });

  it('refuse a page that is none, and a cursor of elsewhere', async () => {
    for (const args of ['first: 101', 'first: -1', 'after: "bm9wZQ"']) {
      const { errors } = await house.as(finance).execute(`{ invoices(${args}) { nodes { id } } }`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const lines = `{ invoice(id: "${invoices[0]}") { lines(first: 101) { nodes { id } } } }`;
    const { errors } = await house.as(finance).execute(lines);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
