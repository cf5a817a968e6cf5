import { Button } from '@nexus/ui/components/button';
import { PageHeader } from '@nexus/ui/components/page-header';
import { Tabs } from '@nexus/ui/components/tabs';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvitationChangedDocument } from './invitation-changed.generated.js';
import { InvitationList } from './invitation-list.js';
import { JoiningDocument } from './joining.generated.js';
import { PeopleList } from './people-list.js';
import type { PeopleSearch } from './people-search.js';
import { RoleList } from './role-list.js';

const route = getRouteApi('/people');
const ONCE = [{}];

const InviteDialog = lazy(() =>
  import('./invite-dialog.js').then((loaded) => ({ default: loaded.InviteDialog })),
);

/** Who belongs to the business, who is invited, and what each role may. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isInviting, setIsInviting] = useState(false);
  const { data, since } = useScreen(JoiningDocument, {}, { policy: 'cache-and-network' });
  usePageTitle(t('title'));
  useLive(InvitationChangedDocument, ONCE, since);
  const change = useCallback(
    (next: PeopleSearch) => void navigate({ search: next, replace: true }),
    [navigate],
  );
  if (!data) return <PageSkeleton />;
  const roles = data.roles ?? [];
  const invitations = data.invitations?.nodes ?? [];
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          data.tenant?.viewerCanInvite && (
            <Button variant="primary" icon={UserPlus} onClick={() => setIsInviting(true)}>
              {t('invite.open')}
            </Button>
          )
        }
      />
      <Tabs
        label={t('title')}
        value={search.tab ?? 'people'}
        onChange={(tab) => change(tab === 'people' ? {} : { tab })}
        tabs={[
          {
            value: 'people',
            label: t('tabs.people'),
            content: <PeopleList search={search} onChange={change} roles={roles} />,
          },
          {
            value: 'invitations',
            label: t('tabs.invitations'),
            count: invitations.length,
            content: (
              <InvitationList
                invitations={invitations}
                onInvite={data.tenant?.viewerCanInvite ? () => setIsInviting(true) : undefined}
              />
            ),
          },
          { value: 'roles', label: t('tabs.roles'), content: <RoleList roles={roles} /> },
        ]}
      />
      {isInviting && (
        <Suspense>
          <InviteDialog
            roles={roles}
            onInvited={() => change({ tab: 'invitations' })}
            onClose={() => setIsInviting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
