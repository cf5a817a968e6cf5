import { Facts } from '@nexus/ui/components/facts';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';
import { InvoiceHistory } from './invoice-history.js';
import { InvoiceMoney } from './invoice-money.js';

/** What is to be known of an invoice beside its lines. */
export function InvoiceSide({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { t } = useTranslation('invoices');
  const { day, moment, share } = useFormat();
  const { project, account, issueDate, dueDate, sentAt, viewedAt, paidAt } = invoice;
  const percent = project?.profitability?.marginPercent;
  return (
    <div className="grid min-w-0 content-start gap-4">
      <Section title={t('details')}>
        <Facts
          facts={[
            { id: 'buyer', label: t('facts.buyer'), value: account?.legalName },
            { id: 'vat', label: t('facts.vatId'), value: account?.vatId },
            { id: 'issued', label: t('facts.issued'), value: issueDate && day(issueDate) },
            { id: 'terms', label: t('facts.terms'), value: t('days', { count: invoice.terms }) },
            { id: 'due', label: t('facts.due'), value: dueDate && day(dueDate) },
            { id: 'po', label: t('facts.poNumber'), value: invoice.poNumber },
            { id: 'sent', label: t('facts.sent'), value: sentAt && moment(sentAt) },
            { id: 'viewed', label: t('facts.viewed'), value: viewedAt && moment(viewedAt) },
            { id: 'paid', label: t('facts.paid'), value: paidAt && moment(paidAt) },
          ]}
        />
        {invoice.notes && (
          <p className="mt-3 border-t border-line pt-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {invoice.notes}
          </p>
        )}
      </Section>
      {project?.profitability && (
        <Section title={t('project.title')} description={project.name}>
          <Facts
            facts={[
              money('margin', project.profitability.margin),
              {
                id: 'percent',
                label: t('project.marginPercent'),
                value: percent == null ? null : share(percent / 100),
              },
              money('unbilled', project.unbilledAmount),
              money('invoiced', project.invoicedAmount),
              money('paid', project.paidAmount),
            ]}
          />
        </Section>
      )}
      <InvoiceMoney invoice={invoice} />
      <InvoiceHistory history={invoice.history} />
    </div>
  );

  function money(
    id: 'margin' | 'unbilled' | 'invoiced' | 'paid',
    value: { readonly amount: string; readonly currency: string } | null,
  ) {
    return { id, label: t(`project.${id}`), value: value && <MoneyText money={value} /> };
  }
}
