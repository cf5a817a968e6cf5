import type { i18n } from 'i18next';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { isToastWanted } from '../components/toast-place.js';
import { applyAppearance } from '../theme/appearance.js';
import { atRest } from './at-rest.js';
import { loadSurely } from './load-surely.js';
import { SettingsContext, type SettingsStore, useSettings } from './settings.js';

/** Not needed while a page opens; but all of it must be here before the network is gone, to say so. */
const Toaster = lazy(async () => {
  await Promise.race([isToastWanted, atRest()]);
  const [{ Toaster: shown }] = await loadSurely(() =>
    Promise.all([import('../components/toaster.js'), import('../components/toast.js')]),
  );
  return { default: shown };
});

interface SurroundingsProps {
  readonly settings: SettingsStore;
  readonly texts: i18n;
  readonly children: ReactNode;
}

/** What every page has around it, signed in or not: words, looks, and a place for messages. */
export function Surroundings({ settings, texts, children }: SurroundingsProps) {
  return (
    <SettingsContext value={settings}>
      <I18nextProvider i18n={texts}>
        <Followed texts={texts}>{children}</Followed>
        <Suspense>
          <Toaster />
        </Suspense>
      </I18nextProvider>
    </SettingsContext>
  );
}

/** Makes the page follow the settings. */
function Followed({ texts, children }: Pick<SurroundingsProps, 'texts' | 'children'>) {
  const [{ appearance, language }] = useSettings();
  useEffect(() => applyAppearance(appearance), [appearance]);
  useEffect(() => {
    document.documentElement.lang = language;
    void texts.changeLanguage(language);
  }, [texts, language]);
  return children;
}
