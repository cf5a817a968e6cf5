import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import type { Column } from '@nexus/ui/components/table/column';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRowFragment } from './person-row.generated.js';
import { useRoleNames } from './use-role-names.js';

/** What the list says of each person. */
export function usePersonColumns(): readonly Column<PersonRowFragment>[] {
  const { t } = useTranslation('people');
  const nameOf = useRoleNames();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: ({ name }) => (
          <span className="flex min-w-0 items-center gap-2">
            <Avatar name={name} isDecorative />
            <span className="truncate font-medium">{name}</span>
          </span>
        ),
        sortBy: ({ name }) => name,
      },
      {
        ...{ id: 'email', header: t('columns.email'), priority: 2 as const },
        cell: ({ email }) => email,
        sortBy: ({ email }) => email,
      },
      {
        id: 'roles',
        header: t('columns.roles'),
        cell: ({ memberships, roles }) =>
          (roles.length > 0 ? roles : memberships.flatMap((one) => one.roles))
            .map(nameOf)
            .join(', '),
      },
      {
        ...{ id: 'kind', header: t('columns.kind'), width: 170, priority: 3 as const },
        cell: ({ kind, memberships }) =>
          memberships.find(({ client }) => client)?.client?.name ?? t(`kinds.${kind}`),
      },
      {
        ...{ id: 'status', header: t('columns.status'), width: 120 },
        cell: ({ status }) => (
          <Badge tone={status === 'ACTIVE' ? 'success' : 'neutral'}>
            {t(`statuses.${status}`)}
          </Badge>
        ),
        sortBy: ({ status }) => status,
      },
    ],
    [t, nameOf],
  );
}
