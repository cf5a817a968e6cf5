import { Badge, type Tone } from '@nexus/ui/components/badge';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { documentPath } from './document-path.js';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';

const TONES: Record<InvoiceDetailFragment['payments'][number]['status'], Tone> = {
  CANCELLED: 'neutral',
  FAILED: 'danger',
  PENDING: 'warning',
  REQUIRES_ACTION: 'warning',
  SUCCEEDED: 'success',
};

/** What was paid for an invoice, and what was taken back. */
export function InvoiceMoney({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { t } = useTranslation('invoices');
  const { day, moment } = useFormat();
  const { payments, creditNotes } = invoice;
  return (
    <>
      {payments.length > 0 && (
        <Section title={t('payments')}>
          <ul aria-label={t('payments')} className="grid gap-3">
            {payments.map(({ id, kind, status, amount, reference, valueDate, createdAt }) => (
              <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
                <span>
                  {t(`payment.kinds.${kind}`)}{' '}
                  <Badge tone={TONES[status]}>{t(`payment.status.${status}`)}</Badge>
                </span>
                <MoneyText money={amount} />
                <span className="text-small text-muted [overflow-wrap:anywhere]">
                  {valueDate ? day(valueDate) : moment(createdAt)}
                  {reference && ` · ${reference}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {creditNotes.length > 0 && (
        <Section title={t('creditNotes')}>
          <ul aria-label={t('creditNotes')} className="grid gap-3">
            {creditNotes.map(({ id, number, issueDate, reason, total, pdfUrl }) => (
              <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
                {pdfUrl ? (
                  <a
                    href={documentPath(pdfUrl)}
                    target="_blank"
                    rel="noreferrer"
                    className="text-accent underline"
                  >
                    {number}
                  </a>
                ) : (
                  <span>{number}</span>
                )}
                <MoneyText money={total} />
                <span className="text-small text-muted [overflow-wrap:anywhere]">
                  {`${day(issueDate)} · ${reason}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
