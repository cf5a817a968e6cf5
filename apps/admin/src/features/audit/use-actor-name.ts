import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRowFragment } from './audit-row.generated.js';
import { useDomainName } from './use-domain-name.js';

/** Who it was, in words: a person, a domain acting on its own, or nobody who was signed in. */
export function useActorName(): (actor: AuditRowFragment['actor']) => string {
  const { t } = useTranslation('audit');
  const domainName = useDomainName();
  return useCallback(
    ({ type, user, service }) => {
      if (user) return user.name;
      return type === 'SERVICE'
        ? t('actor.SERVICE', { service: domainName(service ?? '') })
        : t(`actor.${type}`);
    },
    [t, domainName],
  );
}
