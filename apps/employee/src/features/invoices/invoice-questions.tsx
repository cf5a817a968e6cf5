import { CreditDialog } from './credit-dialog.js';
import { DetailsDialog } from './details-dialog.js';
import { DraftRemoval } from './draft-removal.js';
import { FinalizeDialog } from './finalize-dialog.js';
import type { InvoiceQuestion } from './invoice-actions.js';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';
import { InvoiceReasonDialog } from './invoice-reason-dialog.js';
import { LineDialog } from './line-dialog.js';
import { PaymentDialog } from './payment-dialog.js';
import { SendDialog } from './send-dialog.js';

interface InvoiceQuestionsProps {
  readonly invoice: InvoiceDetailFragment;
  readonly question: InvoiceQuestion;
  readonly onClose: () => void;
}

/** The dialog that belongs to a question. */
export function InvoiceQuestions({ question, ...rest }: InvoiceQuestionsProps) {
  switch (question) {
    case 'finalize':
      return <FinalizeDialog {...rest} />;
    case 'add-line':
      return <LineDialog {...rest} />;
    case 'details':
      return <DetailsDialog {...rest} />;
    case 'send':
      return <SendDialog {...rest} />;
    case 'payment':
      return <PaymentDialog {...rest} />;
    case 'credit':
      return <CreditDialog {...rest} />;
    case 'void':
    case 'write-off':
      return <InvoiceReasonDialog {...rest} question={question} />;
    case 'delete':
      return <DraftRemoval {...rest} />;
    default:
      return question satisfies never;
  }
}
