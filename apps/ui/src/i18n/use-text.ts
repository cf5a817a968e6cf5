import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from './namespaces.js';

export type Text = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Words by their whole key, for what shows the words of whichever feature: menus, the palette, the navigation. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback((key, values) => String(t(key as never, values as never)), [t]);
}
