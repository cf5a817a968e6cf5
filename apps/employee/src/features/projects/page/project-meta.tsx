import { Badge, type Tone } from '@nexus/ui/components/badge';
import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthOf, type ProjectHealth } from '../project-health.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';

const TONES: Record<ProjectHealth, Tone> = {
  ended: 'neutral',
  'on-hold': 'neutral',
  'over-budget': 'danger',
  late: 'danger',
  'near-budget': 'warning',
  'on-track': 'success',
};

/** Phase, health, client, time and manager of a project, in one line. */
export function ProjectMeta({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation(['projects', 'project']);
  const { timeZone } = useRegion();
  const { day } = useFormat();
  const { client, phase, start, end, manager } = project;
  const health = healthOf(project, todayIn(timeZone));
  return (
    <>
      <Badge tone="info">{t(`phase.${phase}`)}</Badge>
      <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>
      {client ? (
        <Link
          to="/clients/$clientId"
          params={{ clientId: client.id }}
          className="hover:text-text hover:underline"
        >
          {client.name}
        </Link>
      ) : (
        <span>{t('project:internal')}</span>
      )}
      <span className="tabular">{`${day(start)} – ${end ? day(end) : '…'}`}</span>
      {manager && <span>{t('project:ledBy', { name: manager.name })}</span>}
    </>
  );
}
