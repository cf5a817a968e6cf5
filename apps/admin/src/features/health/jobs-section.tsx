import { Badge } from '@nexus/ui/components/badge';
import { useRegion } from '@nexus/ui/components/region';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { Section } from '@nexus/ui/components/section';
import type { Column } from '@nexus/ui/components/table/column';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { spanWords } from '@nexus/ui/i18n/span-words';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueLineFragment } from './queue-line.generated.js';

const isUnwell = ({ isFailing, failed }: QueueLineFragment) => isFailing || failed > 0;

/** Every kind of job: when it ran, when it comes again, and what of it waits. */
export function JobsSection({ queues }: { readonly queues: readonly QueueLineFragment[] }) {
  const { t } = useTranslation('health');
  const columns = useQueueColumns();
  const sorted = useMemo(
    () =>
      [...queues].sort(
        (one, other) =>
          Number(isUnwell(other)) - Number(isUnwell(one)) || one.name.localeCompare(other.name),
      ),
    [queues],
  );
  return (
    <Section title={t('jobs.title')} description={t('jobs.description')} isFlush>
      <DataTable
        label={t('jobs.title')}
        columns={columns}
        rows={sorted}
        rowId={({ name }) => name}
        rowLabel={({ name }) => name}
      />
    </Section>
  );
}

function useQueueColumns(): readonly Column<QueueLineFragment>[] {
  const { t } = useTranslation('health');
  const { number } = useFormat();
  const { locale } = useRegion();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('jobs.name'),
        cell: ({ name }) => <code className="font-mono text-small">{name}</code>,
        sortBy: ({ name }) => name,
      },
      {
        ...{ id: 'state', header: t('jobs.state'), width: 120 },
        cell: (queue) => (
          <Badge tone={isUnwell(queue) ? 'danger' : 'neutral'}>
            {t(isUnwell(queue) ? 'jobs.failing' : 'jobs.well')}
          </Badge>
        ),
      },
      {
        ...{ id: 'every', header: t('jobs.every'), width: 130, priority: 3 as const },
        cell: ({ everySeconds }) =>
          everySeconds === null ? t('jobs.onCall') : spanWords(everySeconds, locale),
        sortBy: ({ everySeconds }) => everySeconds,
      },
      {
        ...{ id: 'last', header: t('jobs.lastRun'), width: 140, priority: 2 as const },
        cell: ({ lastRunAt }) =>
          lastRunAt ? <RelativeTime moment={lastRunAt} /> : t('jobs.never'),
        sortBy: ({ lastRunAt }) => lastRunAt,
      },
      {
        ...{ id: 'next', header: t('jobs.nextRun'), width: 140, priority: 2 as const },
        cell: ({ nextRunAt }) => nextRunAt && <RelativeTime moment={nextRunAt} />,
        sortBy: ({ nextRunAt }) => nextRunAt,
      },
      {
        ...{ id: 'waiting', header: t('jobs.waiting'), width: 90, align: 'end' as const },
        cell: ({ waiting, active }) => number(waiting + active),
        sortBy: ({ waiting, active }) => waiting + active,
      },
      {
        ...{ id: 'failed', header: t('jobs.failed'), width: 110, align: 'end' as const },
        cell: ({ failed }) => number(failed),
        sortBy: ({ failed }) => failed,
      },
    ],
    [t, number, locale],
  );
}
