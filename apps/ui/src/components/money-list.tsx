import type { Money } from './decimal.js';
import { MoneyText } from './money-text.js';

/** Sums of several currencies, one below the other; a dash where there is none. */
export function MoneyList({ sums }: { readonly sums: readonly Money[] }) {
  if (sums.length === 0) return <MoneyText money={null} />;
  return (
    <span className="grid justify-items-[inherit]">
      {sums.map((money) => (
        <MoneyText key={money.currency} money={money} />
      ))}
    </span>
  );
}
