import { clsx } from 'clsx';
import { formatMoney, type Money } from './decimal.js';
import { useRegion } from './region.js';

/** An amount as the region writes it, digits below digits; a dash where there is none. */
export function MoneyText({
  money,
  className,
}: {
  readonly money: Money | null;
  readonly className?: string;
}) {
  const { locale } = useRegion();
  return (
    <span className={clsx('tabular whitespace-nowrap', className)}>
      {money ? formatMoney(money, locale) : '–'}
    </span>
  );
}
