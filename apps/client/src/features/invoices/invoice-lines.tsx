import { formatDecimal } from '@nexus/ui/components/decimal';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useTranslation } from 'react-i18next';
import type { InvoicePositionFragment } from './invoice-position.generated.js';

/** What is invoiced, position by position. */
export function InvoiceLines({ lines }: { readonly lines: readonly InvoicePositionFragment[] }) {
  const { t } = useTranslation('invoices');
  return (
    <Section title={t('lines.title')} isFlush>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <Position key={line.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function Position({ line }: { readonly line: InvoicePositionFragment }) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const { day } = useFormat();
  const money = useMoney();
  const { description, quantity, unit, unitPrice, servicePeriod, discount, net, taxRate } = line;
  const amount = formatDecimal(quantity, locale, 0);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <p className="[overflow-wrap:anywhere]">{description}</p>
        <p className="text-small text-muted">
          {t('lines.price', { amount, unit: t(`lines.unit.${unit}`), price: money(unitPrice) })}
          {' · '}
          {t('lines.taxRate', { rate: formatDecimal(taxRate, locale, 0) })}
        </p>
        {servicePeriod && (
          <p className="text-small text-muted">
            {t('lines.period', { from: day(servicePeriod.from), to: day(servicePeriod.to) })}
          </p>
        )}
        {discount && (
          <p className="text-small text-muted">
            {t('lines.discount', { amount: money(discount) })}
          </p>
        )}
      </div>
      <p className="tabular ml-auto font-medium">{money(net)}</p>
    </li>
  );
}
