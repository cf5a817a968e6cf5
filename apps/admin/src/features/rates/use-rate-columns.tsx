import { MoneyText } from '@nexus/ui/components/money-text';
import type { Column } from '@nexus/ui/components/table/column';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateRowFragment } from './rate-row.generated.js';

/** What the card says of each rate. */
export function useRateColumns(): readonly Column<RateRowFragment>[] {
  const { t } = useTranslation('rates');
  return useMemo(
    () => [
      {
        id: 'subject',
        header: t('card.subject'),
        cell: ({ user, project, task, role }) =>
          [user?.name, project?.name, task?.title, role && t(`projectRoles.${role}`)]
            .filter(Boolean)
            .join(' · '),
      },
      {
        ...{ id: 'level', header: t('card.level'), width: 190, priority: 2 as const },
        cell: ({ level }) => <span className="text-muted">{t(`levels.${level}`)}</span>,
        sortBy: ({ level }) => level,
      },
      {
        ...{ id: 'currency', header: t('card.currency'), width: 100 },
        cell: (rate) => rate.currency,
      },
      {
        ...{ id: 'price', header: t('card.price'), width: 140, align: 'end' as const },
        cell: ({ price }) => <MoneyText money={price} />,
        sortBy: ({ price }) => Number(price?.amount ?? 0),
      },
      {
        ...{ id: 'cost', header: t('card.cost'), width: 140, align: 'end' as const },
        cell: ({ cost }) => <MoneyText money={cost} />,
        sortBy: ({ cost }) => Number(cost?.amount ?? 0),
      },
    ],
    [t],
  );
}
