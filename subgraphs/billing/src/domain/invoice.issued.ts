import {
  accept,
  type Decision,
  type DecisionContext,
  daysBetween,
  judge,
  type Money,
  minus,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import { creditOf } from './credit.js';
import type { IssuedCommand } from './invoice.commands.js';
import type { InvoiceEvent } from './invoice.events.js';
import {
  creditFindings,
  notIn,
  paymentFindings,
  reasonFindings,
  textFindings,
  voidFindings,
} from './invoice.rules.js';
import {
  type InvoiceState,
  type IssuedInvoice,
  isIssued,
  refOf,
  sourcesOf,
} from './invoice.state.js';
import { netByProject } from './invoice-totals.js';

type Outcome = Decision<InvoiceEvent>;
type Of<Type extends IssuedCommand['type']> = Extract<IssuedCommand, { type: Type }>;

/** Decisions on an invoice that has a number. */
export function decideIssued(
  state: InvoiceState,
  command: IssuedCommand,
  ctx: DecisionContext,
): Outcome {
  const gone = notIn(state, ['OPEN', 'PARTIALLY_PAID', 'PAID', 'UNCOLLECTIBLE']);
  if (!isIssued(state)) return gone ? refuse(gone) : refuse();
  const ref = refOf(state);
  const { number } = state;
  switch (command.type) {
    case 'send':
      return judge(textFindings('message', command.message, 4_000), () => [
        { type: 'InvoiceSent', data: { ...ref, number, channel: command.channel } },
      ]);
    case 'view':
      return accept(state.viewed ? [] : [{ type: 'InvoiceViewed', data: ref }]);
    case 'startPayment':
      return startPayment(state, command);
    case 'endPayment':
      return accept(
        state.pendingPayment === command.paymentId
          ? [{ type: 'InvoicePaymentEnded', data: { ...ref, paymentId: command.paymentId } }]
          : [],
      );
    case 'applyPayment':
      return accept(applyPayment(state, command, ctx));
    case 'credit':
      return credit(state, command);
    case 'void':
      return judge(voidFindings(state, command.reason), () => [
        {
          type: 'InvoiceVoided',
          data: { ...ref, number, reason: command.reason, byProject: netByProject(state.lines) },
        },
        ...released(state),
      ]);
    case 'writeOff': {
      const closed = notIn(state, ['OPEN', 'PARTIALLY_PAID']);
      const findings = [...(closed ? [closed] : []), ...reasonFindings(command.reason)];
      const { reason } = command;
      return judge(findings, () => [
        { type: 'InvoiceWrittenOff', data: { ...ref, number, amount: state.remaining, reason } },
      ]);
    }
    case 'reportOverdue': {
      const days = daysBetween(state.dueDate, command.today);
      const due = state.status === 'OPEN' || state.status === 'PARTIALLY_PAID';
      const { remaining } = state;
      return accept(
        due && days > 0 && !state.overdueReported
          ? [{ type: 'InvoiceOverdue', data: { ...ref, number, days, remaining } }]
          : [],
      );
    }
    default:
      return unreachable(command, 'command');
  }
}

function startPayment(state: IssuedInvoice, { paymentId, amount }: Of<'startPayment'>): Outcome {
  const findings = paymentFindings(state, amount);
  if (state.pendingPayment) {
    const meta = { paymentId: state.pendingPayment };
    findings.push(violation('PAYMENT_PENDING', 'A payment is on its way.', { path: ['id'], meta }));
  }
  return judge(findings, () => [
    { type: 'InvoicePaymentStarted', data: { ...refOf(state), paymentId } },
  ]);
}

/** What of a payment the invoice takes; anything beyond is the client's credit. */
export function appliedPart(state: IssuedInvoice, amount: Money): Money {
  return amount.minor <= state.remaining.minor ? amount : state.remaining;
}

function applyPayment(
  state: IssuedInvoice,
  { paymentId, amount, on }: Of<'applyPayment'>,
  ctx: DecisionContext,
): InvoiceEvent[] {
  const ref = refOf(state);
  const applied = appliedPart(state, amount);
  if (applied.minor === 0) {
    return state.pendingPayment === paymentId
      ? [{ type: 'InvoicePaymentEnded', data: { ...ref, paymentId } }]
      : [];
  }
  const remaining = minus(state.remaining, applied);
  const events: InvoiceEvent[] = [
    { type: 'InvoicePaymentApplied', data: { ...ref, paymentId, amount: applied, remaining } },
  ];
  if (remaining.minor === 0) events.push(paidInFull(state, on, ctx));
  return events;
}

function paidInFull(state: IssuedInvoice, on: string, ctx: DecisionContext): InvoiceEvent {
  const { number, totals, dueDate } = state;
  const paidAt = ctx.now.toISOString();
  const data = { ...refOf(state), number, total: totals.total, paidAt, onTime: on <= dueDate };
  return { type: 'InvoicePaid', data };
}

function credit(state: IssuedInvoice, command: Of<'credit'>): Outcome {
  const found = creditOf(state, command.request);
  const findings = creditFindings(state, command.request, command.reason);
  return judge(findings, () => {
    if ('findings' in found) return [];
    const { breakdown, lines, completes, ...totals } = found.credit;
    const ownLine = new Map(state.lines.map((line) => [line.id, line]));
    const byProject = netByProject(
      lines.map(({ lineId, net }) => ({ net, projectId: ownLine.get(lineId)?.projectId ?? null })),
    );
    const data = {
      ...refOf(state),
      ...totals,
      lines: lines.map(({ lineId, description, net }) => ({ lineId, description, net })),
      byProject,
      taxBreakdown: breakdown,
      creditNoteId: command.creditNoteId,
      number: command.number,
      issueDate: command.issueDate,
      reason: command.reason,
      full: completes,
      invoiceNumber: state.number,
      seller: state.seller,
      buyer: state.buyer,
      settles: appliedPart(state, totals.total),
    };
    return [{ type: 'CreditNoteIssued', data }, ...(completes ? released(state) : [])];
  });
}

function released(state: IssuedInvoice): InvoiceEvent[] {
  const sources = sourcesOf(state.lines);
  if (sources.length === 0) return [];
  return [{ type: 'BillableItemsReleased', data: { ...refOf(state), sources } }];
}
