import { Notice } from '@nexus/ui/components/notice';
import { PageHeader } from '@nexus/ui/components/page-header';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { usePolled } from '@nexus/ui/graph/use-polled';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsumersSection } from './consumers-section.js';
import { HealthDocument } from './health.generated.js';
import { JobsSection } from './jobs-section.js';
import { MachineSection } from './machine-section.js';
import { MailSection } from './mail-section.js';
import { TenantsSection } from './tenants-section.js';
import { problemsOf, verdictOf } from './verdict.js';
import { VerdictCard } from './verdict-card.js';

/** What mends things is loaded when there is something to mend. */
const ProblemList = lazy(() =>
  import('./problem-list.js').then((loaded) => ({ default: loaded.ProblemList })),
);

/** How everything in the background does: what is wrong first, what is well quietly below. */
export function HealthPage() {
  const { t } = useTranslation('health');
  const { data, refresh, fault } = useScreen(HealthDocument, {});
  usePageTitle(t('title'));
  usePolled(refresh);
  const health = data?.health;
  if (!health) return <PageSkeleton />;
  const problems = problemsOf(health);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          <span>
            {t('checked')} <RelativeTime moment={health.checkedAt} />
          </span>
        }
      />
      <div className="grid gap-4">
        {fault && <Notice tone="danger">{t('unreachable', { message: fault.message })}</Notice>}
        <VerdictCard verdict={verdictOf(problems)} count={problems.length} />
        {problems.length > 0 && (
          <Suspense>
            <ProblemList problems={problems} parked={data?.parkedEvents?.nodes ?? []} />
          </Suspense>
        )}
        <ConsumersSection consumers={health.consumers} />
        <JobsSection queues={health.queues} />
        <MailSection mail={health.mail} />
        {health.tenants && <TenantsSection tenants={health.tenants} />}
        <MachineSection database={health.database} process={health.process} />
      </div>
    </>
  );
}
