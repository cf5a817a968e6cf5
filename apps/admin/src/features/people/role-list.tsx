import { Section } from '@nexus/ui/components/section';
import { useTranslation } from 'react-i18next';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { ScopeList } from './scope-list.js';
import { useRoleNames } from './use-role-names.js';

/** What each role is for, and what it may. */
export function RoleList({ roles }: { readonly roles: readonly RoleFactsFragment[] }) {
  const { t } = useTranslation('people');
  const nameOf = useRoleNames();
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-3">
      {roles.map((role) => (
        <Section
          key={role.code}
          title={nameOf(role.code)}
          description={String(t(`roles.${role.code}.description` as never))}
        >
          <ScopeList role={role} />
        </Section>
      ))}
    </div>
  );
}
