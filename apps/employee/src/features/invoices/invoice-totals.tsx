import { formatDecimal } from '@nexus/ui/components/decimal';
import { MoneyText } from '@nexus/ui/components/money-text';
import { useRegion } from '@nexus/ui/components/region';
import { isZero } from '@nexus/ui/components/sum-money';
import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';

/** What the lines come to, by the graph: net, tax by rate, total, and what of it is left. */
export function InvoiceTotals({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const { net, taxBreakdown, total, paid, credited, remaining, status } = invoice;
  const rows = [
    { id: 'net', label: t('totals.net'), money: net },
    ...taxBreakdown.map(({ category, rate, tax }) => ({
      id: `${category} ${rate}`,
      label: t(`tax.${category}`, { rate: formatDecimal(rate, locale, 0) }),
      money: tax,
    })),
    { id: 'total', label: t('totals.total'), money: total, isStrong: true },
    ...(isZero(credited) ? [] : [{ id: 'credited', label: t('totals.credited'), money: credited }]),
    ...(isZero(paid) ? [] : [{ id: 'paid', label: t('totals.paid'), money: paid }]),
    ...(status === 'DRAFT'
      ? []
      : [{ id: 'remaining', label: t('totals.remaining'), money: remaining, isStrong: true }]),
  ];
  return (
    <dl
      aria-live="polite"
      aria-label={t('totals.label')}
      className="grid gap-1 border-t border-line px-4 py-3 sm:pl-[40%]"
    >
      {rows.map(({ id, label, money, ...row }) => (
        <div
          key={id}
          className={clsx('flex justify-between gap-4', 'isStrong' in row && 'font-semibold')}
        >
          <dt className={clsx(!('isStrong' in row) && 'text-muted')}>{label}</dt>
          <dd>
            <MoneyText money={money} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
