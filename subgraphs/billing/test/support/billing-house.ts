import { defineEvents, encodeId, event, type Principal } from '@nexus/kit/domain';
import { openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import {
  billing,
  documentLinks,
  hmacDocumentLinks,
  type InvoiceMessage,
  invoiceMail,
  type PaymentGateway,
  paymentGateway,
  SandboxGateway,
} from '../../src/index.js';

export const SCOPES = [
  'billing:read',
  'billing:write',
  'billing:send',
  'billing:pay',
  'billing:approve',
  'billing:ledger:read',
  'billing:admin',
];
export const finance = staff(SCOPES);

export interface BillingHouse extends TestHouse {
  readonly mails: InvoiceMessage[];
  readonly gateway: SandboxGateway;
  plug(gateway: PaymentGateway): void;
}

let counter = 0;

/** An id that no other call gave, for things of other domains. */
export function freshId(entity: Parameters<typeof encodeId>[0]): string {
  counter += 1;
  return encodeId(entity, `0198c0de-7777-7000-8000-${String(counter).padStart(12, '0')}`);
}

/** The events of other domains that billing follows. */
const ELSEWHERE = [
  defineEvents('identity', { TenantActivated: event<object>() }),
  defineEvents('crm', { ClientCreated: event<object>(), ClientUpdated: event<object>() }),
  defineEvents('projects', {
    ProjectCreated: event<object>(),
    TimeEntryApproved: event<object>(),
    TimeEntryUnapproved: event<object>(),
    MilestoneReached: event<object>(),
  }),
];

/** Tells the log what another domain did. */
export function publish(
  house: TestHouse,
  type: string,
  data: object,
  principal: Principal = finance,
): Promise<void> {
  const [domain = '', name = ''] = type.split('.');
  const catalogue = ELSEWHERE.find((known) => known.domain === domain);
  if (!catalogue) throw new RangeError(`No domain ${domain}`);
  counter += 1;
  return house.tell(principal, catalogue, String(counter), { type: name, data });
}

/** A house with billing alone, whose tenant is a German seller. */
export async function openBillingHouse(): Promise<BillingHouse> {
  const house = await openTestHouse({
    subgraphs: [{ ...billing, catalogues: [...billing.catalogues, ...ELSEWHERE] }],
  });
  const mails: InvoiceMessage[] = [];
  const gateway = new SandboxGateway(house.kernel, {
    actionUrl: (_, ref) => `http://localhost/sandbox/${ref}`,
  });
  const { adapters } = house.runtime;
  adapters
    .provide(paymentGateway, gateway)
    .provide(documentLinks, hmacDocumentLinks(new Uint8Array(32).fill(9), 'http://localhost/docs'))
    .provide(invoiceMail, {
      portal: 'http://localhost/client',
      send: async (message) => {
        mails.push(message);
      },
    });
  await activate(house, finance);
  return Object.assign(house, {
    mails,
    gateway,
    plug: (other: PaymentGateway) => void adapters.provide(paymentGateway, other),
  });
}

/** A tenant begins to work. */
export async function activate(house: TestHouse, principal: Principal): Promise<void> {
  const { tenantId } = principal;
  const facts = { timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR', country: 'DE' };
  await house.database.sql(
    `INSERT INTO kit.tenant (tenant_id, time_zone, locale, currency, country) VALUES ($1, $2, $3, $4, $5)`,
    [tenantId, facts.timeZone, facts.locale, facts.currency, facts.country],
  );
  await publish(
    house,
    'identity.TenantActivated',
    { ...facts, tenantId: encodeId('Tenant', tenantId), name: 'Nordlicht GmbH', slug: 'nordlicht' },
    principal,
  );
}

export const GERMAN_ADDRESS = {
  line1: 'Hauptstr. 1',
  line2: null,
  postcode: '10115',
  city: 'Berlin',
  region: null,
  country: 'DE',
};

interface ClientOptions {
  readonly address?: object | null;
  readonly currency?: string;
  readonly vatId?: string | null;
}

/** A client of the tenant. */
export async function newClient(
  house: TestHouse,
  { address = GERMAN_ADDRESS, currency = 'EUR', vatId = null }: ClientOptions = {},
): Promise<string> {
  const clientId = freshId('Client');
  const facts = { clientId, name: `Client ${clientId.slice(-4)}`, legalName: null, tags: [] };
  await publish(house, 'crm.ClientCreated', { ...facts, vatId, address, currency, ownerId: null });
  return clientId;
}

interface ProjectOptions {
  readonly kind?: string;
  readonly currency?: string;
  readonly managerId?: string;
}

/** A project of a client. */
export async function newProject(
  house: TestHouse,
  clientId: string,
  {
    kind = 'TIME_AND_MATERIALS',
    currency = 'EUR',
    managerId = finance.subject,
  }: ProjectOptions = {},
): Promise<string> {
  const projectId = freshId('Project');
  const budget = { kind, amount: null, cost: null };
  const facts = { projectId, clientId, code: 'PRJ', name: 'Website', description: null, tags: [] };
  const more = { managerId, start: '2026-01-01', end: null, currency, budget };
  await publish(house, 'projects.ProjectCreated', { ...facts, ...more });
  return projectId;
}

interface WorkOptions {
  readonly minutes?: number;
  readonly date?: string;
  readonly rate?: number;
  readonly currency?: string;
  readonly taskId?: string | null;
  readonly billable?: boolean;
  readonly entryId?: string;
  readonly version?: number;
}

/** Time of a project that was approved. */
export async function approveTime(
  house: TestHouse,
  clientId: string,
  projectId: string,
  options: WorkOptions = {},
): Promise<string> {
  const { minutes = 60, date = '2026-11-10', rate = 12_000, currency = 'EUR' } = options;
  const { taskId = null, billable = true, entryId = freshId('TimeEntry'), version = 1 } = options;
  await publish(house, 'projects.TimeEntryApproved', {
    ...{ entryId, clientId, projectId, taskId, date, minutes, billable, version },
    userId: finance.subject,
    taskTitle: taskId ? 'Build' : null,
    note: 'work',
    rate: { minor: rate, currency },
    cost: { minor: 6_000, currency },
  });
  return entryId;
}

export const INVOICE_FIELDS = `
  id version number status overdue currency issueDate dueDate terms notes poNumber
  net { amount } tax { amount } total { amount currency } paid { amount } credited { amount } remaining { amount }
  lines(first: 100) { nodes { id description quantity unit unitPrice { amount currency } net { amount }
    discount { amount } taxCategory taxRate timeEntries { id } project { id } } totalCount }
  taxBreakdown { category rate net { amount } tax { amount } }
  client { id } project { id }`;

export interface InvoiceShape {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly status: string;
  readonly issueDate: string | null;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly remaining: { readonly amount: string };
  readonly lines: {
    readonly nodes: readonly {
      readonly id: string;
      readonly quantity: string;
      readonly description: string;
      readonly timeEntries: readonly { readonly id: string }[];
    }[];
  };
}
export interface Problem {
  readonly code: string;
  readonly rule: string;
  readonly path: readonly string[] | null;
}
export interface InvoiceAnswer {
  readonly invoice: InvoiceShape | null;
  readonly payment?: { readonly id: string; readonly status: string } | null;
  readonly creditNote?: { readonly id: string; readonly number: string } | null;
  readonly actionUrl?: string | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const PROBLEMS = `errors { code rule path message } warnings { code rule path }`;
const PAYMENT = `payment { id status amount { amount } failureCode } actionUrl`;
const CREDIT_NOTE = `creditNote { id number full total { amount } tax { amount } }`;
const EXTRA: Record<string, string> = {
  invoicePay: PAYMENT,
  paymentRecord: PAYMENT,
  paymentRefresh: PAYMENT,
  creditNoteIssue: CREDIT_NOTE,
};

let keys = 0;

/** Runs one of billing's mutations on invoices; gives an idempotency key where none is given. */
export async function change(
  house: TestHouse,
  mutation: string,
  input: Record<string, unknown>,
  principal: Principal = finance,
): Promise<InvoiceAnswer> {
  keys += 1;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await house.as(principal).ask<Record<string, InvoiceAnswer>>(
    `mutation($input: ${type}!) { ${mutation}(input: $input) {
       invoice { ${INVOICE_FIELDS} } ${EXTRA[mutation] ?? ''} ${PROBLEMS} } }`,
    { input: { idempotencyKey: `key-${keys}`, ...input } },
  );
  return answer[mutation] as InvoiceAnswer;
}

/** The invoice of an answer that must have gone well. */
export function done(answer: InvoiceAnswer): InvoiceShape {
  if (!answer.invoice || answer.errors.length > 0)
    throw new TypeError(JSON.stringify(answer.errors));
  return answer.invoice;
}

/** Client, project and a draft for one hour at 120.00. */
export async function draftedHour(house: TestHouse, options: ClientOptions = {}) {
  const clientId = await newClient(house, options);
  const projectId = await newProject(house, clientId);
  const entryId = await approveTime(house, clientId, projectId);
  const invoice = done(
    await change(house, 'invoiceDraftCreate', { clientId, projectId, upTo: '2026-11-16' }),
  );
  return { clientId, projectId, entryId, invoice };
}

/** The same, finalized. */
export async function openInvoice(house: TestHouse, options: ClientOptions = {}) {
  const { invoice, ...rest } = await draftedHour(house, options);
  return { ...rest, invoice: done(await change(house, 'invoiceFinalize', { id: invoice.id })) };
}

/** Debits less credits of everything ever posted; nothing but zero is right. */
export async function booksDifference(house: TestHouse): Promise<number> {
  const rows = await house.database.sql<{ entry: string; rest: string }>(
    `SELECT entry_id AS entry, sum(debit_minor - credit_minor) AS rest
     FROM billing.journal_line GROUP BY entry_id, currency HAVING sum(debit_minor - credit_minor) <> 0`,
  );
  return rows.length;
}

export { testTenant };
