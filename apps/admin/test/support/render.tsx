import { beforeAll } from '@jest/globals';
import type { GraphResult } from '@nexus/sdk';
import { createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { render as draw } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { Provider } from 'urql';
import { loadParts } from '../../../ui/src/components/lazy-part.js';
import { RegionContext } from '../../../ui/src/components/region.js';
import { createGraph } from '../../../ui/src/graph/create-graph.js';
import { createLiveLine } from '../../../ui/src/graph/live-line.js';
import account from '../../../ui/src/locales/en/account.json' with { type: 'json' };
import ui from '../../../ui/src/locales/en/ui.json' with { type: 'json' };
import { ViewerContext } from '../../../ui/src/session/viewer.js';
import '../../../ui/test/support/browser-parts.js';
import { asked, surroundings } from '../../../ui/test/support/graph.js';
import audit from '../../src/locales/en/audit.json' with { type: 'json' };
import branding from '../../src/locales/en/branding.json' with { type: 'json' };
import health from '../../src/locales/en/health.json' with { type: 'json' };
import mail from '../../src/locales/en/mail.json' with { type: 'json' };
import people from '../../src/locales/en/people.json' with { type: 'json' };
import rates from '../../src/locales/en/rates.json' with { type: 'json' };
import settings from '../../src/locales/en/settings.json' with { type: 'json' };

// What a browser loads when somebody points at something is there before: nobody waits in these tests.
beforeAll(loadParts);

const own = { audit, branding, health, mail, people, rates, settings };

/** Jonas, who administers the business. */
const JONAS = {
  user: {
    __typename: 'User',
    id: 'usr_jonas',
    name: 'Jonas',
    email: 'jonas@x.test',
    kind: 'STAFF',
  },
  tenant: null,
  canApproveTime: false,
  canLogTime: false,
  portals: [],
  roles: ['TENANT_ADMIN'],
  scopes: [],
} as unknown as Parameters<typeof ViewerContext>[0]['value'];

/** Draws a part of the portal in English, for an administrator in London; the graph answers in the order given. */
export function render(part: ReactNode, ...answers: (GraphResult | Error)[]) {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'ui',
    resources: { en: { ui, account, ...own } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const { nexus, sent } = asked(...answers);
  const graph = createGraph(nexus, createLiveLine(Date.now, surroundings()));
  const router = createRouter({ routeTree: createRootRoute() });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={texts}>
      <RegionContext value={{ locale: 'en-GB', timeZone: 'Europe/London' }}>
        <RouterContextProvider router={router}>
          <ViewerContext value={JONAS}>
            <Provider value={graph}>{children}</Provider>
          </ViewerContext>
        </RouterContextProvider>
      </RegionContext>
    </I18nextProvider>
  );
  return { user: userEvent.setup(), sent, ...draw(part, { wrapper }) };
}
