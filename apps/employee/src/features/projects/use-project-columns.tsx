import { Badge, type Tone } from '@nexus/ui/components/badge';
import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import type { Column } from '@nexus/ui/components/table/column';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { healthOf, type ProjectHealth } from './project-health.js';
import type { ProjectRowFragment } from './project-row.generated.js';

const TONES: Record<ProjectHealth, Tone> = {
  ended: 'neutral',
  'on-hold': 'neutral',
  'over-budget': 'danger',
  late: 'danger',
  'near-budget': 'warning',
  'on-track': 'success',
};

/** What the list says of each project. */
export function useProjectColumns(): readonly Column<ProjectRowFragment>[] {
  const { t } = useTranslation('projects');
  const { timeZone } = useRegion();
  const { day, share } = useFormat();
  return useMemo(() => {
    const today = todayIn(timeZone);
    return [
      {
        id: 'name',
        header: t('columns.name'),
        cell: ({ id, name, code }) => (
          <>
            <Link
              to="/projects/$projectId"
              params={{ projectId: id }}
              className="font-medium hover:underline"
            >
              {name}
            </Link>{' '}
            <span className="text-small text-muted">{code}</span>
          </>
        ),
      },
      {
        id: 'client',
        header: t('columns.client'),
        cell: ({ client }) => client?.name ?? '–',
        width: 180,
        priority: 3,
      },
      {
        id: 'phase',
        header: t('columns.phase'),
        cell: ({ phase }) => t(`phase.${phase}`),
        width: 130,
        priority: 2,
      },
      {
        id: 'health',
        header: t('columns.health'),
        cell: (project) => {
          const health = healthOf(project, today);
          return <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>;
        },
        width: 136,
      },
      {
        id: 'progress',
        header: t('columns.progress'),
        cell: ({ progress }) => share(progress),
        align: 'end',
        width: 84,
      },
      {
        id: 'end',
        header: t('columns.end'),
        cell: ({ end }) => (end ? day(end) : '–'),
        width: 120,
        priority: 2,
      },
      {
        id: 'manager',
        header: t('columns.manager'),
        cell: ({ manager }) => manager?.name ?? '–',
        width: 132,
        priority: 3,
      },
    ];
  }, [t, timeZone, day, share]);
}
