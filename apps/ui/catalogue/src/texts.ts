import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import de from '../../src/locales/de/ui.json' with { type: 'json' };
import en from '../../src/locales/en/ui.json' with { type: 'json' };
import { lengthened } from './lengthened.js';
import type { Settings } from './settings.js';

/** The design system's own texts, in a language or in the one that only makes them longer. */
export async function catalogueTexts(language: Settings['language']): Promise<i18n> {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: language === 'pseudo' ? 'en' : language,
    defaultNS: 'ui',
    resources: { en: { ui: language === 'pseudo' ? lengthened(en) : en }, de: { ui: de } },
    interpolation: { escapeValue: false },
  });
  return texts;
}
