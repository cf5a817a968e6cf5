import { addDays, type LocalDate } from '@nexus/kit/domain';
import { CLIENTS } from './firm.js';
import type { ProjectStory } from './project-story.js';
import { actor, type Stage } from './story.js';

interface OpenInvoice {
  readonly id: string;
  readonly client: string;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly dueDate: LocalDate;
}

const FINANCE = 'felix';
/** In the last month some work stays as it often does: drafted, or finalized and not sent. */
const LEFT_AS_DRAFT = 'grid';
const NOT_SENT = 'pricing';

/** Work becomes invoices at the beginning of the next month; clients pay as it is their way. */
export class InvoicingStory {
  invoices = 0;
  #open: OpenInvoice[] = [];
  #fixedBilled = new Map<string, number>();

  constructor(
    private readonly stage: Stage,
    private readonly projects: ProjectStory,
  ) {}

  async invoiceMonthBefore(day: LocalDate): Promise<void> {
    const upTo = addDays(`${day.slice(0, 8)}01`, -1);
    for (const { plan, id } of this.projects.live) {
      const { client } = plan;
      if (!client || plan.kind === 'NON_BILLABLE') continue;
      const last = addDays(day, 31) > this.stage.today;
      const clientId = this.projects.clientIds.get(client);
      if (plan.kind === 'FIXED_PRICE') await this.#fixedShare(plan.key, day, last);
      else if (day <= addDays(this.projects.day(plan.ends), 40)) {
        await this.#draft({ clientId, projectId: id, upTo, grouping: 'PERSON' }, plan, last);
      }
    }
  }

  /** A third of a fixed price each third of its time. */
  async #fixedShare(key: string, day: LocalDate, last: boolean): Promise<void> {
    const project = this.projects.live.find(({ plan }) => plan.key === key);
    const clientId = this.projects.clientIds.get(project?.plan.client ?? '');
    if (!project?.plan.amount || !clientId || project.phase === 'CANCELLED') return;
    const { plan, id } = project;
    const [start, end] = [
      Date.parse(this.projects.day(plan.starts)),
      Date.parse(this.projects.day(plan.ends)),
    ];
    const due = Math.min(3, Math.floor(((Date.parse(day) - start) / (end - start)) * 3));
    const billed = this.#fixedBilled.get(key) ?? 0;
    if (due <= billed) return;
    this.#fixedBilled.set(key, billed + 1);
    const unitPrice = (Number(plan.amount) / 3).toFixed(2);
    const lines = [
      {
        description: `${plan.name}, part ${billed + 1} of 3`,
        quantity: '1',
        unitPrice,
        projectId: id,
      },
    ];
    await this.#draft({ clientId, projectId: id, lines, upTo: null }, plan, last);
  }

  async #draft(
    input: Readonly<Record<string, unknown>>,
    plan: { readonly key: string; readonly client: string | null },
    last: boolean,
  ): Promise<void> {
    const { graph } = this.stage;
    const finance = actor(this.stage, FINANCE);
    const drafted = await graph.attempt<{ invoice: { id: string } }>(
      finance,
      'invoiceDraftCreate',
      { ...input, idempotencyKey: graph.key() },
      'invoice { id }',
    );
    if (!drafted) return;
    this.invoices++;
    const { id } = drafted.invoice;
    if (last && plan.key === LEFT_AS_DRAFT) return;
    const { invoice } = await graph.run<{ invoice: Omit<OpenInvoice, 'client'> }>(
      finance,
      'invoiceFinalize',
      { id, idempotencyKey: graph.key() },
      'invoice { id dueDate total { amount currency } }',
    );
    if (last && plan.key === NOT_SENT) return;
    await graph.run(finance, 'invoiceSend', { id }, 'invoice { id }');
    this.#open.push({ ...invoice, client: plan.client ?? '' });
  }

  async payWhatIsDue(day: LocalDate): Promise<void> {
    const { graph, random } = this.stage;
    const still: OpenInvoice[] = [];
    for (const invoice of this.#open) {
      const { paysAfter } = CLIENTS.find(({ key }) => key === invoice.client) ?? {
        paysAfter: null,
      };
      if (paysAfter === null || addDays(invoice.dueDate, paysAfter) > day) {
        if (!(await this.#payHalf(invoice, day))) still.push(invoice);
        continue;
      }
      const pay = (token: string) =>
        graph.attempt(
          actor(this.stage, FINANCE),
          'invoicePay',
          {
            id: invoice.id,
            amount: invoice.total,
            method: { sandbox: token },
            idempotencyKey: graph.key(),
          },
          'invoice { id status }',
        );
      if (random.chance(0.08)) await pay('tok_insufficient_funds');
      await pay('tok_visa');
    }
    this.#open = still;
  }

  /** Who never pays by itself pays one half a month late, and leaves the other one open. */
  async #payHalf(invoice: OpenInvoice, day: LocalDate): Promise<boolean> {
    const client = CLIENTS.find(({ key }) => key === invoice.client);
    if (client?.paysAfter !== null || addDays(invoice.dueDate, 30) !== day) return false;
    const { amount, currency } = invoice.total;
    const half = (Math.floor(Number(amount) * 50) / 100).toFixed(2);
    const { graph } = this.stage;
    await graph.attempt(
      actor(this.stage, FINANCE),
      'invoicePay',
      {
        id: invoice.id,
        amount: { amount: half, currency },
        method: { sandbox: 'tok_visa' },
        idempotencyKey: graph.key(),
      },
      'invoice { id status }',
    );
    return true;
  }
}
