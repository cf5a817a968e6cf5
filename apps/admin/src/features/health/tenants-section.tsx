import { RelativeTime } from '@nexus/ui/components/relative-time';
import { Section } from '@nexus/ui/components/section';
import type { Column } from '@nexus/ui/components/table/column';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from './verdict.js';

type TenantLine = NonNullable<Health['tenants']>[number];

/** What waits in each tenant, in numbers: the operator sees no more of them. */
export function TenantsSection({ tenants }: { readonly tenants: readonly TenantLine[] }) {
  const { t } = useTranslation('health');
  const { number } = useFormat();
  const columns = useMemo(
    (): readonly Column<TenantLine>[] => [
      {
        id: 'tenant',
        header: t('tenants.tenant'),
        cell: ({ id }) => <code className="font-mono text-small">{id}</code>,
      },
      {
        ...{ id: 'parked', header: t('tenants.parked'), width: 120, align: 'end' as const },
        cell: ({ parked }) => number(parked),
        sortBy: ({ parked }) => parked,
      },
      {
        ...{ id: 'since', header: t('tenants.since'), width: 140, priority: 2 as const },
        cell: ({ parkedSince }) => parkedSince && <RelativeTime moment={parkedSince} />,
      },
      {
        ...{ id: 'mails', header: t('tenants.mails'), width: 120, align: 'end' as const },
        cell: ({ mailsPending }) => number(mailsPending),
        sortBy: ({ mailsPending }) => mailsPending,
      },
      {
        ...{ id: 'refused', header: t('tenants.refused'), width: 120, align: 'end' as const },
        cell: ({ mailsFailing }) => number(mailsFailing),
        sortBy: ({ mailsFailing }) => mailsFailing,
      },
    ],
    [t, number],
  );
  return (
    <Section title={t('tenants.title')} isFlush>
      <DataTable
        label={t('tenants.title')}
        columns={columns}
        rows={tenants}
        rowId={({ id }) => id}
        rowLabel={({ id }) => id}
      />
    </Section>
  );
}
