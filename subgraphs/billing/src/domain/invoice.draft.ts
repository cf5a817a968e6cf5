import {
  accept,
  addDays,
  type Decision,
  judge,
  refuse,
  unreachable,
  type Violation,
  violation,
} from '@nexus/kit/domain';
import { addDecimals } from './decimal-text.js';
import type { DraftCommand } from './invoice.commands.js';
import type { InvoiceEvent } from './invoice.events.js';
import { detailFindings, finalizeFindings, notEditable } from './invoice.rules.js';
import { type DraftInvoice, type InvoiceState, refOf, sourcesOf } from './invoice.state.js';
import {
  type InvoiceLine,
  type LineDraft,
  lineFindings,
  MAX_LINES,
  priced,
} from './invoice-line.js';
import { invoiceTotals, netByProject } from './invoice-totals.js';
import { sameValue } from './same-value.js';
import { type TaxTreatment, taxWarnings } from './tax-decision.js';

type Outcome = Decision<InvoiceEvent>;

/** Decisions on an invoice that is still a draft. */
export function decideDraft(state: InvoiceState, command: DraftCommand): Outcome {
  if (command.type === 'draft') return draft(state, command);
  const closed = notEditable(state);
  if (state.status !== 'DRAFT') return closed ? refuse(closed) : refuse();
  switch (command.type) {
    case 'addLine':
      return addLine(state, command.line, command.tax);
    case 'changeLine':
      return changeLine(state, command);
    case 'removeLine': {
      const line = state.lines.find((candidate) => candidate.id === command.lineId);
      return line ? accept(withoutLine(state, line, command.tax)) : refuse(noSuchLine());
    }
    case 'retax':
      return accept(retaxed(state, command.tax));
    case 'dropSource':
      return dropSource(state, command.sourceId);
    case 'changeDetails': {
      const { terms = state.terms, notes = state.notes, poNumber = state.poNumber } = command;
      return judge(detailFindings(command), () => [
        { type: 'InvoiceDetailsChanged', data: { ...refOf(state), terms, notes, poNumber } },
      ]);
    }
    case 'deleteDraft':
      return accept([
        { type: 'InvoiceDraftDeleted', data: refOf(state) },
        ...released(state, state.lines),
      ]);
    case 'finalize':
      return finalize(state, command);
    default:
      return unreachable(command, 'command');
  }
}

function draft(state: InvoiceState, command: Extract<DraftCommand, { type: 'draft' }>): Outcome {
  if (state.status !== 'NONE') {
    return refuse(violation('INVOICE_NOT_EDITABLE', 'The invoice exists already.'));
  }
  const { type: _, lines: drafts, ...rest } = command;
  const findings = [
    ...detailFindings(rest),
    ...drafts.flatMap((line, i) => lineFindings(line, rest.currency, ['lines', String(i)])),
    ...tooMany(drafts.length, ['lines']),
    ...taxWarnings(rest.tax),
  ];
  return judge(findings, () => {
    const lines = drafts.map((line) => priced(line, rest.currency));
    const sources = sourcesOf(lines);
    const reserved: InvoiceEvent[] =
      sources.length > 0
        ? [{ type: 'BillableItemsReserved', data: { ...refOf(rest), sources } }]
        : [];
    return [{ type: 'InvoiceDrafted', data: { ...rest, lines } }, ...reserved];
  });
}

function addLine(state: DraftInvoice, line: LineDraft, tax: TaxTreatment): Outcome {
  const findings = [
    ...lineFindings(line, state.currency),
    ...tooMany(state.lines.length + 1, ['description']),
  ];
  return judge(findings, () => [
    ...retaxed(state, tax),
    { type: 'InvoiceLineAdded', data: { ...refOf(state), line: priced(line, state.currency) } },
  ]);
}

function changeLine(
  state: DraftInvoice,
  { lineId, to, tax }: Extract<DraftCommand, { type: 'changeLine' }>,
): Outcome {
  const before = state.lines.find((line) => line.id === lineId);
  if (!before) return refuse(noSuchLine());
  const after = { ...before, ...to };
  return judge(lineFindings(after, state.currency), () => [
    ...retaxed(state, tax),
    { type: 'InvoiceLineChanged', data: { ...refOf(state), line: priced(after, state.currency) } },
  ]);
}

function withoutLine(
  state: DraftInvoice,
  line: InvoiceLine,
  tax: TaxTreatment = state.tax,
): InvoiceEvent[] {
  return [
    ...retaxed(state, tax),
    { type: 'InvoiceLineRemoved', data: { ...refOf(state), lineId: line.id } },
    ...released(state, [line]),
  ];
}

function dropSource(state: DraftInvoice, sourceId: string): Outcome {
  const line = state.lines.find((candidate) => candidate.sources.some((s) => s.id === sourceId));
  if (!line) return accept([]);
  const dropped = line.sources.filter((source) => source.id === sourceId);
  const sources = line.sources.filter((source) => source.id !== sourceId);
  if (sources.length === 0) return accept(withoutLine(state, line));
  const quantity = addDecimals(sources.map((source) => source.quantity));
  const reduced = { ...line, sources, quantity };
  const fits = lineFindings(reduced, state.currency).length === 0;
  const changed = priced(fits ? reduced : { ...reduced, discount: null }, state.currency);
  return accept([
    { type: 'InvoiceLineChanged', data: { ...refOf(state), line: changed } },
    ...released(state, [{ ...line, sources: dropped }]),
  ]);
}

function finalize(
  state: DraftInvoice,
  command: Extract<DraftCommand, { type: 'finalize' }>,
): Outcome {
  const { number, issueDate, seller, buyer, tax } = command;
  const findings = [...finalizeFindings(state, tax), ...taxWarnings(tax)];
  return judge(findings, () => {
    const { breakdown, ...totals } = invoiceTotals(state.lines, tax, state.currency);
    const sources = sourcesOf(state.lines);
    const data = {
      ...refOf(state),
      ...totals,
      taxBreakdown: breakdown,
      byProject: netByProject(state.lines),
      dueDate: addDays(issueDate, state.terms),
      ...{ number, issueDate, seller, buyer },
    };
    const invoiced: InvoiceEvent[] =
      sources.length > 0
        ? [{ type: 'BillableItemsInvoiced', data: { ...refOf(state), sources } }]
        : [];
    return [...retaxed(state, tax), { type: 'InvoiceFinalized', data }, ...invoiced];
  });
}

function retaxed(state: DraftInvoice, tax: TaxTreatment): InvoiceEvent[] {
  if (sameValue(tax, state.tax)) return [];
  return [{ type: 'InvoiceTaxRedecided', data: { ...refOf(state), tax } }];
}

function released(state: DraftInvoice, lines: readonly InvoiceLine[]): InvoiceEvent[] {
  const sources = sourcesOf(lines);
  if (sources.length === 0) return [];
  return [{ type: 'BillableItemsReleased', data: { ...refOf(state), sources } }];
}

function noSuchLine(): Violation {
  return violation('LINE_NOT_FOUND', 'The invoice has no such line.', { path: ['lineId'] });
}

function tooMany(count: number, path: readonly string[]): Violation[] {
  if (count <= MAX_LINES) return [];
  return [
    violation('BATCH_TOO_LARGE', `An invoice has at most ${MAX_LINES} lines.`, {
      path,
      meta: { max: MAX_LINES },
    }),
  ];
}
