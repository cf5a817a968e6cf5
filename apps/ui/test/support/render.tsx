import { beforeAll } from '@jest/globals';
import { render as draw } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { loadParts } from '../../src/components/lazy-part.js';
import { type Region, RegionContext } from '../../src/components/region.js';
import de from '../../src/locales/de/ui.json' with { type: 'json' };
import en from '../../src/locales/en/ui.json' with { type: 'json' };
import './browser-parts.js';

// What a browser loads when somebody points at something is there before: nobody waits in these tests.
beforeAll(loadParts);

export const VIENNA: Region = { locale: 'de-AT', timeZone: 'Europe/Vienna' };
export const LONDON: Region = { locale: 'en-GB', timeZone: 'Europe/London' };

/** Draws a part of the design system with its texts, for somebody in London or elsewhere. */
export function render(part: ReactNode, region: Region = LONDON) {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: region.locale.startsWith('de') ? 'de' : 'en',
    defaultNS: 'ui',
    resources: { en: { ui: en }, de: { ui: de } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={texts}>
      <RegionContext value={region}>{children}</RegionContext>
    </I18nextProvider>
  );
  return { user: userEvent.setup(), ...draw(part, { wrapper }) };
}
