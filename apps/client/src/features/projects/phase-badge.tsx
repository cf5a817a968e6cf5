import { Badge, type Tone } from '@nexus/ui/components/badge';
import { useTranslation } from 'react-i18next';
import type { ProjectCardFragment } from './project-card.generated.js';

const TONES: Partial<Record<ProjectCardFragment['phase'], Tone>> = {
  EXECUTION: 'accent',
  REVIEW: 'info',
  DELIVERY: 'info',
  SUPPORT: 'success',
};

/** Where a project is in its life; that it stands still goes before. */
export function PhaseBadge({
  project: { phase, isOnHold },
}: {
  readonly project: Pick<ProjectCardFragment, 'phase' | 'isOnHold'>;
}) {
  const { t } = useTranslation('projects');
  if (isOnHold) return <Badge tone="warning">{t('onHold')}</Badge>;
  return <Badge tone={TONES[phase] ?? 'neutral'}>{t(`phase.${phase}`)}</Badge>;
}
