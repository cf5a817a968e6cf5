import { AddressLines } from '@nexus/ui/components/address-lines';
import { Facts } from '@nexus/ui/components/facts';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { InvoiceSheetFragment } from './invoice-sheet.generated.js';

/** When it was issued and is due, and whom it was written to. */
export function InvoiceFacts({ invoice }: { readonly invoice: InvoiceSheetFragment }) {
  const { t } = useTranslation('invoices');
  const { day, moment } = useFormat();
  const { issueDate, dueDate, paidAt, poNumber, account } = invoice;
  const billedTo = account && <AddressLines name={account.legalName} address={account.address} />;
  return (
    <Section title={t('facts.title')}>
      <Facts
        look="stack"
        facts={[
          { id: 'issued', label: t('columns.issued'), value: issueDate && day(issueDate) },
          { id: 'due', label: t('columns.due'), value: dueDate && day(dueDate) },
          { id: 'paid', label: t('facts.paidAt'), value: paidAt && moment(paidAt) },
          { id: 'order', label: t('facts.order'), value: poNumber },
          { id: 'billed-to', label: t('facts.billedTo'), value: billedTo },
          { id: 'vat', label: t('facts.vatId'), value: account?.vatId },
        ]}
      />
    </Section>
  );
}
