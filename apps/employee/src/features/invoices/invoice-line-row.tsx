import { formatDecimal } from '@nexus/ui/components/decimal';
import { IconButton } from '@nexus/ui/components/icon-button';
import { MoneyText } from '@nexus/ui/components/money-text';
import { More } from '@nexus/ui/components/more';
import { useRegion } from '@nexus/ui/components/region';
import { isZero } from '@nexus/ui/components/sum-money';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InvoicePositionFragment } from './invoice-line.generated.js';
import { LineSources } from './line-sources.js';

interface InvoiceLineRowProps {
  readonly line: InvoicePositionFragment;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One line: what, how much of it, at which price; opened it shows the time behind it. */
export function InvoiceLineRow({ line, canEdit, onEdit, onRemove }: InvoiceLineRowProps) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const { day } = useFormat();
  const { description, quantity, unit, unitPrice, discount, net, servicePeriod } = line;
  const sources = line.timeEntries.flatMap((entry) => entry ?? []);
  const words = (
    <span className="grid gap-0.5">
      <span className="font-medium [overflow-wrap:anywhere]">{description}</span>
      <span className="tabular text-small text-muted">
        {`${formatDecimal(quantity, locale, 0)} ${t(`unit.${unit}`)} × `}
        <MoneyText money={unitPrice} />
        {discount && !isZero(discount) && (
          <>
            {' − '}
            <MoneyText money={discount} />
          </>
        )}
        {` · ${t('line.taxOf', { rate: formatDecimal(line.taxRate, locale, 0) })}`}
        {servicePeriod && ` · ${day(servicePeriod.from)} – ${day(servicePeriod.to)}`}
        {sources.length > 0 && ` · ${t('line.sources', { count: sources.length })}`}
      </span>
    </span>
  );
  return (
    <li className="flex items-start gap-2 px-4 py-2">
      <div className="min-w-0 flex-1">
        {sources.length > 0 ? (
          <More summary={words}>
            <LineSources label={t('line.sourcesOf', { line: description })} entries={sources} />
          </More>
        ) : (
          <div className="pl-5">{words}</div>
        )}
      </div>
      <MoneyText money={net} className="pt-0.5 font-medium" />
      {canEdit && (
        <span className="-my-1 flex">
          <IconButton
            icon={Pencil}
            label={t('line.edit', { line: description })}
            onClick={onEdit}
          />
          <IconButton
            icon={Trash2}
            label={t('line.remove', { line: description })}
            onClick={onRemove}
          />
        </span>
      )}
    </li>
  );
}
