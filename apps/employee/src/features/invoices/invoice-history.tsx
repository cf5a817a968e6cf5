import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';

/** The events of an invoice that have words of their own. */
const KINDS = [
  'InvoiceDrafted',
  'InvoiceLineAdded',
  'InvoiceLineChanged',
  'InvoiceLineRemoved',
  'InvoiceDetailsChanged',
  'InvoiceFinalized',
  'InvoiceSent',
  'InvoiceViewed',
  'InvoicePaymentStarted',
  'InvoicePaymentEnded',
  'InvoicePaymentApplied',
  'InvoicePaid',
  'InvoiceOverdue',
  'InvoiceVoided',
  'InvoiceWrittenOff',
  'CreditNoteIssued',
] as const;

/** What happened to an invoice, the newest first. */
export function InvoiceHistory({ history }: Pick<InvoiceDetailFragment, 'history'>) {
  const { t } = useTranslation('invoices');
  const { moment } = useFormat();
  const told = history.toReversed().flatMap(({ id, kind, occurredAt }) => {
    const known = KINDS.find((one) => kind.endsWith(one));
    return known ? [{ id, words: t(`history.${known}`), occurredAt }] : [];
  });
  return (
    <Section title={t('history.title')}>
      <ol aria-label={t('history.title')} className="grid gap-2">
        {told.map(({ id, words, occurredAt }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>{words}</span>
            <time dateTime={occurredAt} className="tabular text-small text-muted">
              {moment(occurredAt)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  );
}
