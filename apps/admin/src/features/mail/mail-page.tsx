import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { Notice } from '@nexus/ui/components/notice';
import { PageHeader } from '@nexus/ui/components/page-header';
import { usePolled } from '@nexus/ui/graph/use-polled';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { Mail, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailList } from './mail-list.js';
import { MailView } from './mail-view.js';
import { MailboxDocument } from './mailbox.generated.js';

/** What arrived in the mailbox of development, where no mail server is configured. */
export function MailPage() {
  const { t } = useTranslation('mail');
  const [after, setAfter] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, refresh, isRefreshing } = useScreen(
    MailboxDocument,
    after === null ? {} : { after },
  );
  usePolled(refresh);
  usePageTitle(t('title'));
  if (!data) return <PageSkeleton />;
  const box = data.devMailbox;
  const mails = box?.nodes ?? [];
  const shown = mails.find(({ id }) => id === chosen) ?? mails[0];
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          box && (
            <Button icon={RotateCw} isBusy={isRefreshing} onClick={refresh}>
              {t('refresh')}
            </Button>
          )
        }
      />
      {!box && <Notice>{t('sending')}</Notice>}
      {box && !shown && (
        <EmptyState icon={Mail} title={t('empty.title')} description={t('empty.description')} />
      )}
      {box && shown && (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <div className="overflow-clip rounded-large border border-line bg-surface">
            <MailList mails={mails} shownId={shown.id} onShow={setChosen} />
            <LoadMore
              shown={mails.length}
              total={box.totalCount}
              hasMore={box.pageInfo.hasNextPage}
              isLoading={isRefreshing}
              onMore={() => setAfter(box.pageInfo.endCursor ?? null)}
            />
          </div>
          <MailView mail={shown} />
        </div>
      )}
    </>
  );
}
