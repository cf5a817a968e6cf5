import { todayIn } from '@nexus/ui/components/iso-date';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useRegion } from '@nexus/ui/components/region';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useViewer } from '@nexus/ui/session/viewer';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useTranslation } from 'react-i18next';
import { newsOf } from './news.js';
import { NewsList } from './news-list.js';
import { OverviewDocument } from './overview.generated.js';
import { type Overview, overviewIn } from './overview.js';
import { RunningProjects } from './running-projects.js';
import { useHomeLive } from './use-home-live.js';
import { waitingFor } from './waiting.js';
import { WaitingList } from './waiting-list.js';

const NOTHING: Overview = { due: [], recent: [], projects: [], tasks: [] };

/** What waits for the reader, what happened, and how far the projects are. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { user } = useViewer();
  const { timeZone } = useRegion();
  const { data, refresh, since } = useScreen(OverviewDocument, {});
  const overview = data ? overviewIn(data) : NOTHING;
  const today = todayIn(timeZone);
  usePageTitle(t('title'));
  useHomeLive(overview, since, refresh);
  return (
    <>
      <PageHeader title={t('title')} meta={t('greeting', { name: user.name })} />
      {data ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
          <WaitingList waiting={waitingFor(overview, { userId: user.id, today })} />
          <div className="grid min-w-0 gap-4 lg:row-span-2">
            <RunningProjects projects={overview.projects} />
          </div>
          <NewsList news={newsOf(overview, today)} />
        </div>
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}
