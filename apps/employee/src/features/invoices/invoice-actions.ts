import type { Action, ActionContext, ActionOutcome } from '@nexus/ui/actions/action';
import { say } from '@nexus/ui/actions/say';
import { mutate } from '@nexus/ui/graph/ask';
import type { TextKey } from '@nexus/ui/i18n/namespaces';
import {
  BadgeX,
  Banknote,
  CircleCheckBig,
  FileMinus2,
  FilePlus2,
  FileX2,
  type LucideIcon,
  PencilLine,
  Plus,
  Send,
  Trash2,
} from 'lucide-react';
import type { UnbilledGroup } from './group-items.js';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';
import { InvoiceDraftDocument } from './invoice-draft.generated.js';

/** What is asked before it is done. */
export type InvoiceQuestion =
  | 'finalize'
  | 'add-line'
  | 'details'
  | 'send'
  | 'payment'
  | 'credit'
  | 'void'
  | 'write-off'
  | 'delete';

/** An invoice, and how its questions are asked. */
export interface InvoiceSubject {
  readonly invoice: InvoiceDetailFragment;
  readonly ask: (question: InvoiceQuestion) => void;
}

interface Asking {
  readonly question: InvoiceQuestion;
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly isAllowed: (invoice: InvoiceDetailFragment) => boolean;
}

const asking = ({ question, isAllowed, ...rest }: Asking): Action<InvoiceSubject> => ({
  ...rest,
  id: `invoice.${question}`,
  isAllowed: ({ invoice }) => isAllowed(invoice),
  perform: async ({ ask }): Promise<ActionOutcome> => {
    ask(question);
    return undefined;
  },
});

/** What can be done to an invoice, the most likely first. */
export const invoiceActions: readonly Action<InvoiceSubject>[] = [
  asking({
    ...({ question: 'finalize', labelKey: 'invoices:actions.finalize' } as const),
    ...{ icon: CircleCheckBig, shortcut: 'f', isAllowed: (one) => one.viewerCanFinalize },
  }),
  asking({
    ...({ question: 'add-line', labelKey: 'invoices:actions.addLine' } as const),
    ...{ icon: Plus, shortcut: 'a', isAllowed: (one) => one.viewerCanUpdate },
  }),
  asking({
    ...({ question: 'details', labelKey: 'invoices:actions.details' } as const),
    ...{ icon: PencilLine, shortcut: 'e', isAllowed: (one) => one.viewerCanUpdate },
  }),
  asking({
    ...({ question: 'send', labelKey: 'invoices:actions.send' } as const),
    ...{ icon: Send, shortcut: 's', isAllowed: (one) => one.viewerCanSend },
  }),
  asking({
    ...({ question: 'payment', labelKey: 'invoices:actions.payment' } as const),
    ...{ icon: Banknote, shortcut: 'p', isAllowed: (one) => one.viewerCanRecordPayment },
  }),
  asking({
    ...({ question: 'credit', labelKey: 'invoices:actions.credit' } as const),
    ...{ icon: FileMinus2, isAllowed: (one) => one.viewerCanCredit },
  }),
  asking({
    ...({ question: 'void', labelKey: 'invoices:actions.void' } as const),
    ...{ icon: FileX2, isAllowed: (one) => one.viewerCanVoid },
  }),
  asking({
    ...({ question: 'write-off', labelKey: 'invoices:actions.writeOff' } as const),
    ...{ icon: BadgeX, isAllowed: (one) => one.viewerCanWriteOff },
  }),
  asking({
    ...({ question: 'delete', labelKey: 'invoices:actions.delete' } as const),
    ...{ icon: Trash2, isAllowed: (one) => one.viewerCanDelete },
  }),
];

export const DANGEROUS: ReadonlySet<string> = new Set(
  ['void', 'write-off', 'delete'].map((question) => `invoice.${question}`),
);

/** Work that becomes a draft; without a project all of the client’s in that currency. */
export interface DraftSubject
  extends Pick<UnbilledGroup, 'clientId'>,
    Partial<Pick<UnbilledGroup, 'project'>> {
  readonly currency: string;
  readonly canDraft: boolean;
}

export const draftInvoice: Action<DraftSubject> = {
  id: 'invoice.draft',
  labelKey: 'invoices:actions.draft',
  icon: FilePlus2,
  isAllowed: ({ canDraft }) => canDraft,
  async perform({ clientId, project, currency }, { graph, navigate }: ActionContext) {
    const input = {
      ...{ clientId, currency, idempotencyKey: crypto.randomUUID() },
      ...(project && { projectId: project.id }),
    };
    const { invoiceDraftCreate } = await mutate(graph, InvoiceDraftDocument, { input });
    const { invoice, errors, warnings } = invoiceDraftCreate;
    const [warning] = warnings;
    if (warning) say({ title: warning.message });
    if (invoice) navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } });
    return errors;
  },
};
