import { render as draw } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import ui from '../../../ui/src/locales/en/ui.json' with { type: 'json' };
import '../../../ui/test/support/browser-parts.js';
import payment from '../../src/locales/en/payment.json' with { type: 'json' };
import projects from '../../src/locales/en/projects.json' with { type: 'json' };

/** Draws a part of the portal with its texts, in English. */
export function render(part: ReactNode) {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'ui',
    resources: { en: { ui, payment, projects } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={texts}>{children}</I18nextProvider>
  );
  return { user: userEvent.setup(), ...draw(part, { wrapper }) };
}
