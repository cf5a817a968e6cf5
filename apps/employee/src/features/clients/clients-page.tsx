import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useViewer } from '@nexus/ui/session/viewer';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientChangedDocument } from './client-changed.generated.js';
import { ClientFilters } from './client-filters.js';
import { ClientListDocument } from './client-list.generated.js';
import { type ClientSearch, clientVariables } from './client-search.js';
import { ClientTable } from './client-table.js';
import { NewClient } from './new-client.js';

const route = getRouteApi('/clients');
const ALL = [{}];

/** Every client within reach, to be searched. */
export function ClientsPage() {
  const { t } = useTranslation('clients');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} actions={<NewClient />} />
      <ClientFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <ClientList key={JSON.stringify(search)} search={search} />
    </>
  );
}

/** The pages of one search, one below the other. */
function ClientList({ search }: { readonly search: ClientSearch }) {
  const { user } = useViewer();
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(ClientListDocument, {
    ...clientVariables(search, user.id),
    ...(after !== null && { after }),
  });
  useLive(ClientChangedDocument, ALL, since);
  if (!data) return <PageSkeleton />;
  const { hasNextPage = false, endCursor } = data.clients?.pageInfo ?? {};
  return (
    <ClientTable
      clients={data.clients?.nodes ?? []}
      total={data.clients?.totalCount}
      isNarrowed={Object.keys(search).length > 0}
      hasMore={hasNextPage}
      isLoadingMore={isRefreshing && after !== null}
      onMore={() => endCursor && setAfter(endCursor)}
    />
  );
}
