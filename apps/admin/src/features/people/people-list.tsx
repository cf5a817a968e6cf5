import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MembershipChangedDocument } from './membership-changed.generated.js';
import { PeopleDocument } from './people.generated.js';
import { PeopleFilters } from './people-filters.js';
import { isBeginning } from './people-rules.js';
import { listVariables, type PeopleSearch } from './people-search.js';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { usePersonColumns } from './use-person-columns.js';

interface PeopleListProps {
  readonly search: PeopleSearch;
  readonly onChange: (next: PeopleSearch) => void;
  readonly roles: readonly RoleFactsFragment[];
}

const ONCE = [{}];

const PersonDrawer = lazy(() =>
  import('./person-drawer.js').then((loaded) => ({ default: loaded.PersonDrawer })),
);

/** The people, found and opened; whoever joins appears. */
export function PeopleList({ search, onChange, roles }: PeopleListProps) {
  const { t } = useTranslation('people');
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(PeopleDocument, {
    ...listVariables(search),
    ...(after !== null && { after }),
  });
  useLive(MembershipChangedDocument, ONCE, since, ({ membershipsChanged }) => {
    // The list begins anew with whoever joined; pages further down are asked for again when wanted.
    if (isBeginning(membershipsChanged.kind)) setAfter(null);
  });
  const columns = usePersonColumns();
  const people = data?.users?.nodes ?? [];
  const { hasNextPage = false, endCursor } = data?.users?.pageInfo ?? {};
  const narrow = (next: PeopleSearch) => {
    setAfter(null);
    onChange(next);
  };
  return (
    <>
      <PeopleFilters search={search} onChange={narrow} />
      <div className="overflow-clip rounded-large border border-line bg-surface">
        <DataTable
          label={t('title')}
          columns={columns}
          rows={people}
          rowId={({ id }) => id}
          rowLabel={({ name }) => name}
          onOpen={({ id }) => onChange({ ...search, person: id })}
          isLoading={data === undefined}
          empty={
            <EmptyState
              icon={Users}
              title={t('empty.title')}
              description={t('empty.description')}
            />
          }
          footer={
            <LoadMore
              shown={people.length}
              total={data?.users?.totalCount}
              hasMore={hasNextPage}
              isLoading={isRefreshing}
              onMore={() => setAfter(endCursor ?? null)}
            />
          }
        />
      </div>
      {search.person && (
        <Suspense>
          <PersonDrawer
            person={people.find(({ id }) => id === search.person)}
            roles={roles}
            onClose={() => {
              const { person: _closed, ...rest } = search;
              onChange(rest);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
