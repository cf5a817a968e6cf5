import { Badge } from '@nexus/ui/components/badge';
import { Drawer } from '@nexus/ui/components/drawer';
import { useTranslation } from 'react-i18next';
import { MembershipCard } from './membership-card.js';
import type { PersonRowFragment } from './person-row.generated.js';
import type { RoleFactsFragment } from './role-facts.generated.js';

interface PersonDrawerProps {
  /** Undefined: closed. */
  readonly person: PersonRowFragment | undefined;
  readonly roles: readonly RoleFactsFragment[];
  readonly onClose: () => void;
}

/** One person: roles, whether they may act, and where they are signed in. */
export function PersonDrawer({ person, roles, onClose }: PersonDrawerProps) {
  const { t } = useTranslation('people');
  return (
    <Drawer
      isOpen={person !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={person?.name ?? ''}
      meta={
        person && (
          <>
            <span>{person.email}</span>
            <Badge tone={person.status === 'ACTIVE' ? 'success' : 'neutral'}>
              {t(`statuses.${person.status}`)}
            </Badge>
          </>
        )
      }
    >
      <div className="grid gap-6">
        {person?.memberships.map((membership) => (
          <MembershipCard
            key={membership.id}
            membership={membership}
            name={person.name}
            roles={roles}
          />
        ))}
      </div>
    </Drawer>
  );
}
