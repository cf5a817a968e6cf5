import { PageHeader } from '@nexus/ui/components/page-header';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApprovalFilters } from './approval-filters.js';
import { ApprovalQueue } from './approval-queue.js';
import { useQueue } from './use-queue.js';
import { type ApprovalSearch, narrow } from './waiting.js';

const route = getRouteApi('/approvals');

/** Time that waits for the viewer's decision. */
export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(t('title'));
  const change = (next: ApprovalSearch) => void navigate({ search: next, replace: true });
  return (
    <>
      <PageHeader title={t('title')} meta={t('description')} />
      <Queue key={search.show ?? 'waiting'} search={search} onChange={change} />
    </>
  );
}

interface QueueProps {
  readonly search: ApprovalSearch;
  readonly onChange: (next: ApprovalSearch) => void;
}

function Queue({ search, onChange }: QueueProps) {
  const queue = useQueue(search);
  if (!queue) return <PageSkeleton />;
  return (
    <>
      <ApprovalFilters search={search} entries={queue.entries} onChange={onChange} />
      <ApprovalQueue
        entries={narrow(queue.entries, search)}
        search={search}
        onMore={queue.onMore}
        onClear={() => onChange(search.show ? { show: search.show } : {})}
      />
    </>
  );
}
