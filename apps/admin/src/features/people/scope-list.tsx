import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RoleFactsFragment } from './role-facts.generated.js';

/** What a role may, in words; what holds under conditions only is marked, in words too. */
export function ScopeList({ role }: { readonly role: RoleFactsFragment }) {
  const { t, i18n } = useTranslation('people');
  const conditional = new Set(role.conditionalScopes);
  const wordsOf = (scope: string) => {
    const key = scope.replaceAll(':', '-');
    return i18n.exists(`people:scopes.${key}`) ? String(t(`scopes.${key}` as never)) : scope;
  };
  if (role.scopes.length === 0) return <p className="text-muted">{t('roleMayNothing')}</p>;
  return (
    <ul className="grid gap-1">
      {role.scopes.map((scope) => (
        <li key={scope} className="flex items-start gap-2">
          {conditional.has(scope) ? (
            <CircleDashed aria-hidden className="mt-0.5 shrink-0 text-muted" size={16} />
          ) : (
            <Check aria-hidden className="mt-0.5 shrink-0 text-success" size={16} />
          )}
          <span>
            {wordsOf(scope)}
            {conditional.has(scope) && <span className="text-muted"> {t('onlyOwn')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
