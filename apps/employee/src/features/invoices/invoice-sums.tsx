import { MoneyList } from '@nexus/ui/components/money-list';
import { sumMoney } from '@nexus/ui/components/sum-money';
import { useTranslation } from 'react-i18next';
import type { InvoiceRowFragment } from './invoice-row.generated.js';

/** What the shown invoices come to, exactly, each currency by itself. */
export function InvoiceSums({ invoices }: { readonly invoices: readonly InvoiceRowFragment[] }) {
  const { t } = useTranslation('invoices');
  const asked = invoices.filter(({ status }) => status !== 'DRAFT' && status !== 'VOID');
  const late = asked.filter(({ overdue }) => overdue);
  const sums = [
    { id: 'total', money: sumMoney(invoices.map(({ total }) => total)) },
    { id: 'remaining', money: sumMoney(asked.map(({ remaining }) => remaining)) },
    { id: 'overdue', money: sumMoney(late.map(({ remaining }) => remaining)) },
  ] as const;
  return (
    <dl
      aria-label={t('sums.label')}
      className="flex flex-wrap justify-end gap-x-8 gap-y-2 border-t border-line bg-sunken px-4 py-3"
    >
      {sums.map(({ id, money }) => (
        <div key={id} className="grid justify-items-end gap-0.5">
          <dt className="text-small text-muted">{t(`sums.${id}`)}</dt>
          <dd className="justify-items-end font-medium">
            <MoneyList sums={money} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
