import { spanWords } from '@nexus/ui/i18n/span-words';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingLineFragment } from './setting-line.generated.js';

/** A setting's value in words: «Monday», «30 days». */
export function useValueWords(): (setting: SettingLineFragment, value: string) => string {
  const { t, i18n } = useTranslation('settings');
  return useCallback(
    ({ type, unit }, value) => {
      if (type === 'INTEGER' && unit) {
        if (unit === 'MINUTES') return spanWords(Number(value) * 60, i18n.language);
        return t(`units.${unit}`, { count: Number(value) });
      }
      if (type === 'CHOICE' && i18n.exists(`settings:options.${value}`)) {
        return String(t(`options.${value}` as never));
      }
      if (type === 'LOCALE') {
        return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(value) ?? value;
      }
      return value;
    },
    [t, i18n],
  );
}
