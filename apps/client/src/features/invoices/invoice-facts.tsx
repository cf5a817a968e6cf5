import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceSheetFragment } from './invoice-sheet.generated.js';

/** When it was issued and is due, and whom it was written to. */
export function InvoiceFacts({ invoice }: { readonly invoice: InvoiceSheetFragment }) {
  const { t } = useTranslation('invoices');
  const { day, moment } = useFormat();
  const { issueDate, dueDate, paidAt, poNumber, account } = invoice;
  const { line1, line2, postcode, city, country } = account?.address ?? {};
  const address = [line1, line2, [postcode, city].filter(Boolean).join(' '), country];
  return (
    <Section title={t('facts.title')}>
      <dl className="grid gap-3">
        {issueDate && <Fact label={t('columns.issued')}>{day(issueDate)}</Fact>}
        {dueDate && <Fact label={t('columns.due')}>{day(dueDate)}</Fact>}
        {paidAt && <Fact label={t('facts.paidAt')}>{moment(paidAt)}</Fact>}
        {poNumber && <Fact label={t('facts.order')}>{poNumber}</Fact>}
        {account && (
          <Fact label={t('facts.billedTo')}>
            {[account.legalName, ...address].filter(Boolean).map((line) => (
              <span key={line} className="block [overflow-wrap:anywhere]">
                {line}
              </span>
            ))}
          </Fact>
        )}
        {account?.vatId && <Fact label={t('facts.vatId')}>{account.vatId}</Fact>}
      </dl>
    </Section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-small text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
