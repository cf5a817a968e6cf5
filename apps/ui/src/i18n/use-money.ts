import { useCallback } from 'react';
import { formatMoney, type Money } from '../components/decimal.js';
import { useRegion } from '../components/region.js';

/** Amounts as the reader's region writes them: `1.234,50 €`. */
export function useMoney(): (money: Money) => string {
  const { locale } = useRegion();
  return useCallback((money) => formatMoney(money, locale), [locale]);
}
