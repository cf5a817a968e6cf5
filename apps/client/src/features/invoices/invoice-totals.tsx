import { formatDecimal } from '@nexus/ui/components/decimal';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useTranslation } from 'react-i18next';
import type { InvoiceSheetFragment } from './invoice-sheet.generated.js';

/** From the sum of the positions to what is left to pay. */
export function InvoiceTotals({ invoice }: { readonly invoice: InvoiceSheetFragment }) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const money = useMoney();
  const { net, taxBreakdown, total, paid, credited, remaining } = invoice;
  return (
    <Section title={t('totals.title')}>
      <dl className="grid gap-2">
        <Sum label={t('totals.net')}>{money(net)}</Sum>
        {taxBreakdown.map(({ category, rate, tax }) => (
          <Sum
            key={`${category} ${rate}`}
            label={t('totals.tax', { rate: formatDecimal(rate, locale, 0) })}
          >
            {money(tax)}
          </Sum>
        ))}
        <Sum label={t('totals.total')} isStrong>
          {money(total)}
        </Sum>
        {!isNothing(paid.amount) && <Sum label={t('totals.paid')}>{money(paid)}</Sum>}
        {!isNothing(credited.amount) && <Sum label={t('totals.credited')}>{money(credited)}</Sum>}
        <Sum label={t('totals.remaining')} isStrong>
          {money(remaining)}
        </Sum>
      </dl>
    </Section>
  );
}

const isNothing = (amount: string) => Number(amount) === 0;

interface SumProps {
  readonly label: string;
  readonly isStrong?: boolean;
  readonly children: string;
}

function Sum({ label, isStrong = false, children }: SumProps) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 ${
        isStrong ? 'border-t border-line pt-2 font-semibold' : 'text-muted'
      }`}
    >
      <dt>{label}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
