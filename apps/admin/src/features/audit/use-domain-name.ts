import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { DOMAINS } from './audit-search.js';

/** A domain in words; one that has none here is called as it calls itself. */
export function useDomainName(): (domain: string) => string {
  const { t } = useTranslation('audit');
  return useCallback(
    (domain) => {
      const known = DOMAINS.find((one) => one === domain);
      return known ? t(`domains.${known}`) : domain;
    },
    [t],
  );
}
