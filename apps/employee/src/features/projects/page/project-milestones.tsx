import { Button } from '@nexus/ui/components/button';
import { todayIn } from '@nexus/ui/components/iso-date';
import { MoneyText } from '@nexus/ui/components/money-text';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { Timeline } from '@nexus/ui/components/timeline';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { CalendarClock, CircleCheckBig } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MilestoneFactsFragment } from './milestone-facts.generated.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';

const Reach = lazy(() =>
  import('./milestone-reach-dialog.js').then((loaded) => ({
    default: loaded.MilestoneReachDialog,
  })),
);
const Reschedule = lazy(() =>
  import('./milestone-move-dialog.js').then((loaded) => ({ default: loaded.MilestoneMoveDialog })),
);

interface Asked {
  readonly question: 'reach' | 'reschedule';
  readonly milestone: MilestoneFactsFragment;
}

/** What a project goes through, with what is reached and what is late. */
export function ProjectMilestones({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const { timeZone } = useRegion();
  const { day } = useFormat();
  const [asked, setAsked] = useState<Asked>();
  const today = todayIn(timeZone);
  const next = project.milestones.find(({ status }) => status !== 'REACHED');
  const close = () => setAsked(undefined);
  return (
    <Section title={t('milestones')}>
      {project.milestones.length === 0 && <p className="text-muted">{t('milestone.none')}</p>}
      <Timeline
        label={t('milestones')}
        steps={project.milestones.map((milestone) => ({
          ...{ id: milestone.id, title: milestone.name },
          when: <span className="tabular">{day(milestone.reachedOn ?? milestone.due)}</span>,
          state: stateOf(milestone, today, milestone.id === next?.id),
          detail: detailOf(milestone),
        }))}
      />
      <Suspense>
        {asked?.question === 'reach' && <Reach milestone={asked.milestone} onClose={close} />}
        {asked?.question === 'reschedule' && (
          <Reschedule milestone={asked.milestone} onClose={close} />
        )}
      </Suspense>
    </Section>
  );

  function detailOf(milestone: MilestoneFactsFragment) {
    const { name, billableAmount, viewerCanUpdate, status } = milestone;
    if (!billableAmount && !viewerCanUpdate) return undefined;
    return (
      <div className="grid gap-1">
        {billableAmount && (
          <p className="text-small">
            {t('milestone.worth')} <MoneyText money={billableAmount} />
          </p>
        )}
        {viewerCanUpdate && status !== 'REACHED' && (
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              icon={CircleCheckBig}
              aria-label={t('milestone.reachOne', { name })}
              onClick={() => setAsked({ question: 'reach', milestone })}
            >
              {t('milestone.reach')}
            </Button>
            <Button
              size="small"
              variant="ghost"
              icon={CalendarClock}
              aria-label={t('milestone.moveOne', { name })}
              onClick={() => setAsked({ question: 'reschedule', milestone })}
            >
              {t('milestone.move')}
            </Button>
          </div>
        )}
      </div>
    );
  }
}

function stateOf({ status, due }: MilestoneFactsFragment, today: string, isNext: boolean) {
  if (status === 'REACHED') return 'done';
  if (status === 'MISSED' || due < today) return 'late';
  return isNext ? 'current' : 'ahead';
}
