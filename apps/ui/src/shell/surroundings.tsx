import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useReducer } from 'react';
import { I18nextProvider } from 'react-i18next';
import { lazyPart } from '../components/lazy-part.js';
import { isToastWanted } from '../components/toast-place.js';
import { applyAppearance } from '../theme/appearance.js';
import { atRest } from './at-rest.js';
import { SettingsContext, type SettingsStore, useSettings } from './settings.js';

/** All of it must be here before the network is gone, to say so. */
const Toaster = lazyPart(async () => {
  const parts = [import('../components/toaster.js'), import('../components/toast.js')] as const;
  const [{ Toaster: shown }] = await Promise.all(parts);
  return shown;
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
        <LateToaster />
      </I18nextProvider>
    </SettingsContext>
  );
}

/** Not needed while a page opens. */
function LateToaster() {
  const [isTime, begin] = useReducer(() => true, false);
  useEffect(() => void Promise.race([isToastWanted, atRest()]).then(begin), []);
  return isTime && <Toaster />;
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
