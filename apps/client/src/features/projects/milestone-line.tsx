import { Section } from '@nexus/ui/components/section';
import { Timeline, type TimelineStep } from '@nexus/ui/components/timeline';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { inOrder, nextMilestone } from './milestones.js';
import type { ProjectMilestoneFragment } from './project-milestone.generated.js';

const TEXTS = { REACHED: 'reached', MISSED: 'late', PLANNED: 'planned' } as const;

/** Milestones along the time. */
export function MilestoneLine({
  milestones,
}: {
  readonly milestones: readonly ProjectMilestoneFragment[];
}) {
  const { t } = useTranslation('projects');
  const { day } = useFormat();
  if (milestones.length === 0) return null;
  const next = nextMilestone(milestones);
  const stateOf = ({ id, status }: ProjectMilestoneFragment): TimelineStep['state'] => {
    if (status === 'REACHED') return 'done';
    if (status === 'MISSED') return 'late';
    return id === next?.id ? 'current' : 'ahead';
  };
  return (
    <Section title={t('milestones.title')}>
      <Timeline
        label={t('milestones.title')}
        steps={inOrder(milestones).map((milestone) => ({
          id: milestone.id,
          title: milestone.name,
          state: stateOf(milestone),
          when: t(`milestones.${TEXTS[milestone.status]}`, {
            day: day(milestone.reachedOn ?? milestone.due),
          }),
        }))}
      />
    </Section>
  );
}
