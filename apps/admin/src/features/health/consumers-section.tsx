import { Badge, type Tone } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { Section } from '@nexus/ui/components/section';
import type { Column } from '@nexus/ui/components/table/column';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsumerLineFragment } from './consumer-line.generated.js';
import { RebuildButton } from './rebuild-button.js';

const TONES: Record<ConsumerLineFragment['state'], Tone> = {
  RUNNING: 'neutral',
  REBUILDING: 'info',
  RETRYING: 'warning',
  STALLED: 'danger',
};
const ORDER = ['STALLED', 'RETRYING', 'REBUILDING', 'RUNNING'];

/** Everything that follows the log; what is not up to date stands first. */
export function ConsumersSection({
  consumers,
}: {
  readonly consumers: readonly ConsumerLineFragment[];
}) {
  const { t } = useTranslation('health');
  const columns = useConsumerColumns(consumers.some((one) => one.viewerCanRebuild || one.rebuild));
  const sorted = useMemo(
    () =>
      [...consumers].sort(
        (one, other) =>
          other.parked - one.parked ||
          ORDER.indexOf(one.state) - ORDER.indexOf(other.state) ||
          one.name.localeCompare(other.name),
      ),
    [consumers],
  );
  const unwell = sorted.filter((one) => one.parked > 0 || one.state !== 'RUNNING');
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? sorted : unwell;
  const counts = { well: sorted.length - unwell.length, all: sorted.length };
  return (
    <Section
      title={t('consumers.title')}
      description={t('consumers.description')}
      actions={
        <>
          <span className="text-small text-muted">{t('consumers.wellCount', counts)}</span>
          <Button size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {t(isWhole ? 'consumers.showFew' : 'consumers.showAll')}
          </Button>
        </>
      }
      isFlush
    >
      {shown.length > 0 && (
        <DataTable
          label={t('consumers.title')}
          columns={columns}
          rows={shown}
          rowId={({ name }) => name}
          rowLabel={({ name }) => name}
        />
      )}
    </Section>
  );
}

function useConsumerColumns(hasRebuilds: boolean): readonly Column<ConsumerLineFragment>[] {
  const { t } = useTranslation('health');
  const { number } = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('consumers.name'),
        cell: ({ name }) => <code className="font-mono text-small">{name}</code>,
        sortBy: ({ name }) => name,
      },
      {
        ...{ id: 'kind', header: t('consumers.kind'), width: 200, priority: 3 as const },
        cell: ({ kind }) => <span className="text-muted">{t(`kinds.${kind}`)}</span>,
        sortBy: ({ kind }) => kind,
      },
      {
        ...{ id: 'state', header: t('consumers.state'), width: 130 },
        cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
        sortBy: ({ state }) => ORDER.indexOf(state),
      },
      {
        ...{ id: 'behind', header: t('consumers.behind'), width: 90, align: 'end' as const },
        cell: ({ behind }) => (behind >= 1_000 ? `${number(1_000)}+` : number(behind)),
        sortBy: ({ behind }) => behind,
      },
      {
        ...{ id: 'parked', header: t('consumers.parked'), width: 110, align: 'end' as const },
        cell: ({ parked }) => number(parked),
        sortBy: ({ parked }) => parked,
      },
      {
        ...{ id: 'handled', header: t('consumers.handled'), width: 140, priority: 2 as const },
        cell: ({ handledAt }) => handledAt && <RelativeTime moment={handledAt} />,
        sortBy: ({ handledAt }) => handledAt,
      },
      ...(hasRebuilds
        ? [
            {
              ...{
                id: 'rebuild',
                header: t('consumers.rebuild'),
                width: 140,
                isHeaderHidden: true,
              },
              cell: (consumer: ConsumerLineFragment) => <RebuildButton consumer={consumer} />,
            },
          ]
        : []),
    ],
    [t, number, hasRebuilds],
  );
}
