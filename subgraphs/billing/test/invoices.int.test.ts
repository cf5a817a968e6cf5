import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientUser, staff } from '@nexus/kit/testing';
import { accountIdOf } from '../src/domain/billing-account.aggregate.js';
import { billing, openDocument } from '../src/index.js';
import {
  activate,
  approveTime,
  type BillingHouse,
  booksDifference,
  change,
  done,
  draftedHour,
  finance,
  freshId,
  GERMAN_ADDRESS,
  INVOICE_FIELDS,
  type InvoiceShape,
  newClient,
  newProject,
  openBillingHouse,
  openInvoice,
  publish,
  SCOPES,
  testTenant,
} from './support/billing-house.js';

let house: BillingHouse;
beforeAll(async () => {
  house = await openBillingHouse();
});
afterAll(() => house.close());

async function read(id: string, principal = finance): Promise<InvoiceShape | null> {
  const { invoice } = await house
    .as(principal)
    .ask<{ invoice: InvoiceShape | null }>(
      `query($id: ID!) { invoice(id: $id) { ${INVOICE_FIELDS} } }`,
      {
        id,
      },
    );
  return invoice;
}

async function runJob(name: string): Promise<void> {
  await billing.jobs?.find((job) => job.name === name)?.run(house.runtime, {});
}

describe('a draft', () => {
  it('bills approved time at once, rounded up to 15 minutes: 6 h 50 min are 7 hours', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    const entryId = await approveTime(house, clientId, projectId, { minutes: 410 });
    const { invoice, errors, warnings } = await change(house, 'invoiceDraftCreate', {
      ...{ clientId, projectId },
      upTo: '2026-11-10',
    });
    expect([errors, warnings]).toEqual([[], []]);
    expect(invoice).toMatchObject({
      status: 'DRAFT',
      number: null,
      client: { id: clientId },
      project: { id: projectId },
      net: { amount: '840.00' },
      tax: { amount: '159.60' },
      total: { amount: '999.60', currency: 'EUR' },
      lines: {
        totalCount: 1,
        nodes: [
          {
            quantity: '7',
            unit: 'HOUR',
            unitPrice: { amount: '120.00', currency: 'EUR' },
            net: { amount: '840.00' },
            taxCategory: 'S',
            taxRate: '19',
            timeEntries: [{ id: entryId }],
          },
        ],
      },
    });
  });

  it('takes the day it is made up to, and nothing later', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    await approveTime(house, clientId, projectId, { date: '2026-11-10' });
    await approveTime(house, clientId, projectId, { date: '2026-11-11' });
    const upTo = '2026-11-10';
    const first = done(await change(house, 'invoiceDraftCreate', { clientId, upTo }));
    expect(first.lines.nodes.map((line) => line.quantity)).toEqual(['1']);
  });

  it('never shares an item with another draft, however many are made at once', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    for (let i = 0; i < 4; i++) await approveTime(house, clientId, projectId);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => change(house, 'invoiceDraftCreate', { clientId, projectId })),
    );
    const entries = answers.flatMap(
      ({ invoice }) => invoice?.lines.nodes.flatMap((line) => line.timeEntries) ?? [],
    );
    expect(entries).toHaveLength(4);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
    const refused = answers.filter(({ errors }) => errors[0]?.rule === 'NOTHING_TO_INVOICE');
    expect(refused.length + answers.filter(({ invoice }) => invoice).length).toBe(8);
  });

  it('groups by task, project or entry', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    const [one, two] = [freshId('Task'), freshId('Task')];
    for (const taskId of [one, one, two]) await approveTime(house, clientId, projectId, { taskId });
    const shape = async (grouping: string) => {
      const { id, lines } = done(await change(house, 'invoiceDraftCreate', { clientId, grouping }));
      await change(house, 'invoiceDraftDelete', { id });
      return lines.nodes.map((line) => line.quantity);
    };
    expect(await shape('TASK')).toEqual(['2', '1']);
    expect(await shape('PROJECT')).toEqual(['3']);
    expect(await shape('PERSON')).toEqual(['3']);
    expect(await shape('ENTRY')).toEqual(['1', '1', '1']);
  });

  it('is of one currency: the client’s, or the project’s', async () => {
    const clientId = await newClient(house);
    const euros = await newProject(house, clientId);
    const francs = await newProject(house, clientId, { currency: 'CHF' });
    await approveTime(house, clientId, euros);
    await approveTime(house, clientId, francs, { currency: 'CHF' });
    const first = done(await change(house, 'invoiceDraftCreate', { clientId }));
    const second = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect([first.total.currency, second.total.currency]).toEqual(['EUR', 'CHF']);
  });

  it('leaves out what is not billed by the hour', async () => {
    const clientId = await newClient(house);
    const fixed = await newProject(house, clientId, { kind: 'FIXED_PRICE' });
    const hourly = await newProject(house, clientId);
    await approveTime(house, clientId, fixed);
    await approveTime(house, clientId, hourly, { billable: false });
    const nothing = await change(house, 'invoiceDraftCreate', { clientId });
    expect(nothing.errors).toMatchObject([
      {
        rule: 'NOTHING_TO_INVOICE',
        path: ['input', 'upTo'],
        message: 'There are no approved, uninvoiced hours up to this date.',
      },
    ]);
    await publish(house, 'projects.MilestoneReached', {
      ...{ milestoneId: freshId('Milestone'), clientId, projectId: fixed, name: 'Launch' },
      ...{ on: '2026-11-12', billableAmount: { minor: 500_000, currency: 'EUR' } },
    });
    const { lines, total } = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect(lines.nodes[0]?.description).toBe('Website: Launch');
    expect(total.amount).toBe('5950.00');
  });

  it('is taxed as at home where the client has no address, and says so', async () => {
    const clientId = await newClient(house, { address: null });
    const projectId = await newProject(house, clientId);
    await approveTime(house, clientId, projectId);
    const answer = await change(house, 'invoiceDraftCreate', { clientId });
    expect(answer.invoice?.total.amount).toBe('142.80');
    expect(answer.warnings.map(({ rule }) => rule)).toEqual(['TAX_COUNTRY_ASSUMED']);
  });

  it('follows what becomes known of the client, down to the tax', async () => {
    const { invoice, clientId } = await draftedHour(house, { address: null });
    const french = { ...GERMAN_ADDRESS, city: 'Paris', country: 'FR' };
    const changes = { address: french, vatId: 'FR12345678901' };
    await publish(house, 'crm.ClientUpdated', { clientId, changes });
    await house.settled(finance);
    const unverified = await change(house, 'invoiceLineAdd', {
      id: invoice.id,
      line: { description: 'More', quantity: '1', unitPrice: '1' },
    });
    expect(unverified.invoice?.total.amount).toBe('143.99');
    const accountId = accountIdOf(clientId);
    await house.as(finance).ask(
      `mutation($input: BillingAccountUpdateInput!) {
         billingAccountUpdate(input: $input) { errors { rule } } }`,
      { input: { id: accountId, vatIdStatus: 'VALID' } },
    );
    await house.settled(finance);
    expect((await read(invoice.id))?.total.amount).toBe('121.00');
    const final = done(await change(house, 'invoiceFinalize', { id: invoice.id }));
    expect(final).toMatchObject({
      total: { amount: '121.00' },
      taxBreakdown: [{ category: 'AE', rate: '0' }],
    });
  });

  it('is edited line by line, and shows the gross that finalize keeps', async () => {
    const { invoice } = await draftedHour(house);
    const { id } = invoice;
    const line = { description: 'Licence', quantity: '3', unitPrice: '33.333', taxHint: 'REDUCED' };
    const added = done(await change(house, 'invoiceLineAdd', { id, line }));
    expect(added.total.amount).toBe('249.80');
    const licence = added.lines.nodes[1]?.id ?? '';
    const discount = { amount: '10.00', currency: 'EUR' };
    const cheaper = done(
      await change(house, 'invoiceLineUpdate', { id, lineId: licence, discount }),
    );
    expect(cheaper.total.amount).toBe('239.10');
    const edited = done(
      await change(house, 'invoiceUpdate', { id, terms: 14, poNumber: 'PO-1', notes: 'Thank you' }),
    );
    expect(edited).toMatchObject({ terms: 14, poNumber: 'PO-1', notes: 'Thank you' });
    const final = done(await change(house, 'invoiceFinalize', { id }));
    expect(final.total.amount).toBe('239.10');
    expect(final).toMatchObject({ status: 'OPEN', issueDate: '2026-11-16', dueDate: '2026-11-30' });
  });

  it.each([
    [
      'invoiceLineAdd',
      { line: { description: 'x', quantity: '0', unitPrice: '1' } },
      'LINE_QUANTITY_INVALID',
      ['line', 'quantity'],
    ],
    [
      'invoiceLineAdd',
      { line: { description: '4242 4242 4242 4242', quantity: '1', unitPrice: '1' } },
      'CARD_DATA_NOT_ACCEPTED',
      ['line', 'description'],
    ],
    ['invoiceLineRemove', { lineId: 'lin_none' }, 'LINE_NOT_FOUND', ['lineId']],
    ['invoiceUpdate', { terms: 400 }, 'INPUT_INVALID', ['terms']],
    ['invoiceUpdate', { notes: 'card 4242424242424242' }, 'CARD_DATA_NOT_ACCEPTED', ['notes']],
    ['invoiceUpdate', { terms: 10, expectedVersion: 99 }, 'VERSION_CONFLICT', ['expectedVersion']],
    ['invoiceVoid', { reason: 'x' }, 'INVOICE_NOT_OPEN', ['id']],
    ['invoiceSend', {}, 'INVOICE_NOT_OPEN', ['id']],
    ['invoicePay', { method: { sandbox: 'tok_visa' } }, 'INVOICE_NOT_OPEN', ['id']],
  ])('refuses %s with %o', async (mutation, input, rule, path) => {
    const { invoice } = await draftedHour(house);
    const { errors } = await change(house, mutation, { id: invoice.id, ...input });
    expect(errors).toMatchObject([{ rule, path: ['input', ...path] }]);
  });

  it('gives its time back when a line or the draft goes', async () => {
    const { clientId, projectId, entryId, invoice } = await draftedHour(house);
    const again = () => change(house, 'invoiceDraftCreate', { clientId, projectId });
    expect((await again()).errors[0]?.rule).toBe('NOTHING_TO_INVOICE');
    const lineId = invoice.lines.nodes[0]?.id ?? '';
    done(await change(house, 'invoiceLineRemove', { id: invoice.id, lineId }));
    const second = done(await again());
    expect(second.lines.nodes[0]?.timeEntries).toEqual([{ id: entryId }]);
    done(await change(house, 'invoiceDraftDelete', { id: second.id }));
    expect(await read(second.id)).toBeNull();
    expect(done(await again()).lines.nodes[0]?.timeEntries).toEqual([{ id: entryId }]);
  });

  it('loses time whose approval is taken back, and finds it again when it is approved again', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    const [gone, stays] = [
      await approveTime(house, clientId, projectId),
      await approveTime(house, clientId, projectId),
    ];
    const { id } = done(await change(house, 'invoiceDraftCreate', { clientId }));
    const unapproved = { entryId: gone, userId: finance.subject, clientId, projectId };
    await publish(house, 'projects.TimeEntryUnapproved', unapproved);
    await house.settled(finance);
    const left = await read(id);
    expect(left?.lines.nodes).toMatchObject([{ quantity: '1', timeEntries: [{ id: stays }] }]);
    expect((await change(house, 'invoiceDraftCreate', { clientId })).errors).toHaveLength(1);
    await approveTime(house, clientId, projectId, { entryId: gone, version: 2, minutes: 30 });
    const { lines } = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect(lines.nodes).toMatchObject([{ quantity: '0.5', timeEntries: [{ id: gone }] }]);
  });

  it('needs an idempotency key, and is made once for it', async () => {
    const clientId = await newClient(house);
    const projectId = await newProject(house, clientId);
    await approveTime(house, clientId, projectId);
    const without = await change(house, 'invoiceDraftCreate', { clientId, idempotencyKey: null });
    expect(without.errors[0]?.rule).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        change(house, 'invoiceDraftCreate', { clientId, idempotencyKey: 'draft-once' }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    done(answers[0] as never);
  });
});

describe('finalize', () => {
  it('books the receivable, tells projects, renders the document once', async () => {
    const { invoice, clientId, entryId } = await openInvoice(house);
    expect(invoice.number).toMatch(/^INV-2026-\d{6}$/);
    await house.settled(finance);
    const found = await house.as(finance).ask<{
      journal: { nodes: { cause: string; lines: object[] }[] };
      invoice: { pdfUrl: string; history: { kind: string }[] };
    }>(
      `query($id: ID!) {
        journal(causeId: $id) { nodes { cause client { id } lines { account debit { amount } credit { amount } } } }
        invoice(id: $id) { pdfUrl history { kind } }
      }`,
      { id: invoice.id },
    );
    const amount = (value: string) => ({ amount: value });
    expect(found.journal.nodes).toMatchObject([{ cause: 'INVOICE_FINALIZED' }]);
    expect(found.journal.nodes[0]?.lines).toEqual([
      { account: '1200', debit: amount('142.80'), credit: amount('0.00') },
      { account: '4000', debit: amount('0.00'), credit: amount('120.00') },
      { account: '2100', debit: amount('0.00'), credit: amount('22.80') },
    ]);
    expect(found.invoice.history.map(({ kind }) => kind)).toEqual([
      'InvoiceDrafted',
      'BillableItemsReserved',
      'InvoiceFinalized',
      'BillableItemsInvoiced',
    ]);
    const events = await house.database.sql<{ data: object }>(
      `SELECT data FROM kit.event WHERE type = 'billing.BillableItemsInvoiced' AND data->>'invoiceId' = $1`,
      [invoice.id],
    );
    expect(events[0]?.data).toMatchObject({ clientId, sources: [{ kind: 'TIME', id: entryId }] });
    const token = found.invoice.pdfUrl.split('/').at(-1) ?? '';
    const pdf = await openDocument(house.runtime, token);
    expect(
      Buffer.from(pdf?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(pdf?.fileName).toBe(`${invoice.number}.pdf`);
    expect(await openDocument(house.runtime, `${token}x`)).toBeUndefined();
  });

  it('gives numbers without a gap to two hundred at once, fifty of which fail', async () => {
    const draft = async (number: number): Promise<string> => {
      const clientId = await newClient(house);
      const line = { description: 'Work', quantity: '1', unitPrice: '100' };
      const { id, lines } = done(
        await change(house, 'invoiceDraftCreate', { clientId, lines: [line] }),
      );
      if (number % 4 === 0) {
        const lineId = lines.nodes[0]?.id;
        done(await change(house, 'invoiceLineRemove', { id, lineId }));
      }
      return id;
    };
    const drafts: string[] = [];
    while (drafts.length < 200) {
      const some = Array.from({ length: 20 }, (_, index) => draft(drafts.length + index));
      drafts.push(...(await Promise.all(some)));
    }
    const answers = await Promise.all(drafts.map((id) => change(house, 'invoiceFinalize', { id })));
    const refused = answers.filter(({ errors }) => errors[0]?.rule === 'INVOICE_EMPTY');
    expect(refused).toHaveLength(50);
    const rows = await house.database.sql<{ number: string; issue_date: string }>(
      `SELECT number, issue_date::text FROM billing.invoice WHERE number IS NOT NULL ORDER BY number`,
    );
    const wanted = rows.map((_, i) => `INV-2026-${String(i + 1).padStart(6, '0')}`);
    expect(rows.map(({ number }) => number)).toEqual(wanted);
    expect(rows.length).toBeGreaterThanOrEqual(150);
  }, 120_000);

  it('lets one of many finalize the same draft', async () => {
    const { invoice } = await draftedHour(house);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => change(house, 'invoiceFinalize', { id: invoice.id })),
    );
    expect(answers.filter((answer) => answer.invoice)).toHaveLength(1);
    const rules = answers.flatMap(({ errors }) => errors.map(({ rule }) => rule));
    expect(new Set(rules)).toEqual(new Set(['INVOICE_NOT_EDITABLE']));
  });

  it('is refused where no tax rate is known', async () => {
    const { clientId } = await draftedHour(house);
    const projectId = await newProject(house, clientId);
    const line = {
      description: 'x',
      quantity: '1',
      unitPrice: '1',
      taxHint: 'SUPER_REDUCED',
      projectId,
    };
    const { id } = done(await change(house, 'invoiceDraftCreate', { clientId, lines: [line] }));
    const { errors } = await change(house, 'invoiceFinalize', { id });
    expect(errors).toMatchObject([{ rule: 'TAX_RULE_MISSING', path: ['input', 'id'] }]);
  });
});

describe('after finalize', () => {
  it('void frees the time while nobody outside has the invoice', async () => {
    const { invoice, clientId, entryId } = await openInvoice(house);
    const id = invoice.id;
    expect((await change(house, 'invoiceVoid', { id, reason: ' ' })).errors[0]?.rule).toBe(
      'CREDIT_REASON_REQUIRED',
    );
    expect(done(await change(house, 'invoiceVoid', { id, reason: 'wrong' })).status).toBe('VOID');
    const next = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect(next.lines.nodes[0]?.timeEntries).toEqual([{ id: entryId }]);
    expect(await booksDifference(house)).toBe(0);
  });

  it('a sent invoice takes a full credit note instead, which frees the time too', async () => {
    const { invoice, clientId, entryId } = await openInvoice(house);
    const to = ['billing@client.example'];
    done(await change(house, 'invoiceSend', { id: invoice.id, to, message: 'Dear client' }));
    await runJob('billing.deliver-mail');
    await runJob('billing.deliver-mail');
    expect(house.mails).toMatchObject([
      {
        to: { email: to[0] },
        subject: `Nordlicht GmbH: ${invoice.number}`,
        tenantId: finance.tenantId,
      },
    ]);
    const refused = await change(house, 'invoiceVoid', { id: invoice.id, reason: 'wrong' });
    expect(refused.errors[0]?.rule).toBe('INVOICE_ALREADY_SENT');
    const credited = await change(house, 'creditNoteIssue', {
      invoiceId: invoice.id,
      reason: 'wrong',
    });
    expect(credited.creditNote?.number).toMatch(/^CN-2026-\d{6}$/);
    expect(done(credited)).toMatchObject({ status: 'PAID', remaining: { amount: '0.00' } });
    const next = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect(next.lines.nodes[0]?.timeEntries).toEqual([{ id: entryId }]);
  });

  it('credit notes by line never exceed the invoice, to the cent', async () => {
    const { invoice } = await openInvoice(house);
    const lineId = invoice.lines.nodes[0]?.id;
    const credit = (amount: string) =>
      change(house, 'creditNoteIssue', {
        invoiceId: invoice.id,
        reason: 'part',
        lines: [{ lineId, net: { amount, currency: 'EUR' } }],
      });
    expect(done(await credit('33.33')).remaining.amount).toBe('103.14');
    expect((await credit('86.68')).errors).toMatchObject([
      { rule: 'CREDIT_EXCEEDS_INVOICE', path: ['input', 'lines', '0', 'net', 'amount'] },
    ]);
    expect(done(await credit('86.67'))).toMatchObject({
      status: 'PAID',
      remaining: { amount: '0.00' },
    });
    expect(await booksDifference(house)).toBe(0);
  });

  it('is reported overdue once, and shown as such at once', async () => {
    const { invoice, clientId } = await openInvoice(house);
    house.clock.set('2026-12-20T09:00:00Z');
    try {
      expect(await read(invoice.id)).toMatchObject({ overdue: true });
      await runJob('billing.mark-overdue');
      await runJob('billing.mark-overdue');
      const events = await house.database.sql<{ data: object }>(
        `SELECT data FROM kit.event WHERE type = 'billing.InvoiceOverdue' AND data->>'clientId' = $1`,
        [clientId],
      );
      expect(events.map(({ data }) => data)).toMatchObject([{ days: 4, number: invoice.number }]);
    } finally {
      house.clock.set('2026-11-16T09:00:00Z');
    }
  });

  it('is written off by those who may approve, and recovered by a late payment', async () => {
    const { invoice } = await openInvoice(house);
    const lost = await change(house, 'invoiceWriteOff', { id: invoice.id, reason: 'insolvent' });
    expect(done(lost).status).toBe('UNCOLLECTIBLE');
    const method = { sandbox: 'tok_visa' };
    expect(done(await change(house, 'invoicePay', { id: invoice.id, method })).status).toBe('PAID');
    expect(await booksDifference(house)).toBe(0);
  });
});

describe('who sees what', () => {
  it('a client user sees finalized invoices of its own client only, and no draft', async () => {
    const { invoice, clientId } = await openInvoice(house);
    const { invoice: draft } = await draftedHour(house);
    const user = clientUser(clientId, ['billing:read', 'billing:pay']);
    expect(await read(invoice.id, user)).toMatchObject({ number: invoice.number });
    expect(await read(draft.id, user)).toBeNull();
    const other = await openInvoice(house);
    expect(await read(other.invoice.id, user)).toBeNull();
    const { invoices } = await house
      .as(user)
      .ask<{ invoices: { nodes: { id: string }[] } }>(`{ invoices { nodes { id } } }`);
    expect(invoices.nodes).toEqual([{ id: invoice.id }]);
    const own = { id: other.invoice.id, method: { sandbox: 'tok_visa' } };
    expect((await change(house, 'invoicePay', own, user)).errors[0]?.code).toBe('NOT_FOUND');
  });

  it('another tenant’s ids answer like absent ones everywhere', async () => {
    const stranger = staff(SCOPES, { tenantId: testTenant(2) });
    await activate(house, stranger);
    const { invoice, clientId, projectId } = await openInvoice(house);
    expect(await read(invoice.id, stranger)).toBeNull();
    const absent = freshId('Invoice');
    for (const [mutation, input] of [
      ['invoiceUpdate', { terms: 1 }],
      ['invoiceFinalize', {}],
      ['invoiceSend', {}],
      ['invoiceVoid', { reason: 'x' }],
      ['invoiceDraftDelete', {}],
      ['invoicePay', { method: { sandbox: 'tok_visa' } }],
    ] as const) {
      const there = await change(house, mutation, { id: invoice.id, ...input }, stranger);
      const nowhere = await change(house, mutation, { id: absent, ...input }, stranger);
      expect(there).toEqual(nowhere);
      expect(there.errors[0]?.code).toBe('NOT_FOUND');
    }
    const draft = await change(house, 'invoiceDraftCreate', { clientId, projectId }, stranger);
    expect(draft.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'clientId'] }]);
  });

  it('missing scopes are refused before anything is looked up', async () => {
    const employee = staff(['billing:read']);
    const { errors } = await house
      .as(employee)
      .execute(
        `mutation { invoiceFinalize(input: { id: "x", idempotencyKey: "k" }) { invoice { id } } }`,
      );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('a project manager drafts for own projects alone', async () => {
    const condition = {
      op: 'eq' as const,
      left: { attr: 'resource.projectManagerId' },
      right: { attr: 'subject.userId' },
    };
    const scopes = ['billing:read', 'billing:write'];
    const conditions = Object.fromEntries(scopes.map((scope) => [scope, [condition]]));
    const manager = staff(scopes, { conditions });
    const clientId = await newClient(house);
    const own = await newProject(house, clientId);
    const foreign = await newProject(house, clientId, { managerId: freshId('User') });
    await approveTime(house, clientId, own);
    await approveTime(house, clientId, foreign);
    const draft = (projectId?: string) =>
      change(house, 'invoiceDraftCreate', { clientId, projectId }, manager);
    expect((await draft(foreign)).errors[0]?.code).toBe('FORBIDDEN');
    expect((await draft()).errors[0]?.code).toBe('FORBIDDEN');
    const { id } = done(await draft(own));
    expect(await read(id, manager)).not.toBeNull();
    const strange = done(await change(house, 'invoiceDraftCreate', { clientId }));
    expect(await read(strange.id, manager)).toBeNull();
  });
});
