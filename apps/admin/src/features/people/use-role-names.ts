import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Roles by their names for people; one that this version does not know goes by its code. */
export function useRoleNames(): (code: string) => string {
  const { t, i18n } = useTranslation('people');
  return useCallback(
    (code) =>
      i18n.exists(`people:roles.${code}.name`) ? String(t(`roles.${code}.name` as never)) : code,
    [t, i18n],
  );
}
