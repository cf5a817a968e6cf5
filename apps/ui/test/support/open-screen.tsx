import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import type { AnyRouter } from '@tanstack/react-router';
import { act, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { DocumentNode } from 'graphql';
import { createInstance } from 'i18next';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { toast } from 'sonner';
import { loadParts } from '../../src/components/lazy-part.js';
import { Toaster } from '../../src/components/toaster.js';
import type { CacheRules } from '../../src/graph/cache-rules.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import type { Outbox } from '../../src/offline/outbox.types.js';
import type { PortalSession } from '../../src/session/portal-session.js';
import type { Viewer } from '../../src/session/viewer.js';
import { Portal } from '../../src/shell/portal.js';
import { createSettings, SettingsContext } from '../../src/shell/settings.js';
import type { PortalContext } from '../../src/shell/start-portal.js';
import './browser-parts.js';
import { surroundings } from './graph.js';
import { createWorld, type World } from './world.js';

// The router asks whether a loader has answered with one. jsdom has none, and no loader does.
globalThis.Response ??= class {} as typeof Response;
window.scrollTo = () => {};
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
globalThis.PointerEvent ??= MouseEvent as typeof PointerEvent;
configure({
  asyncUtilTimeout: 15_000,
  // What stands on the page, rather than all of its elements.
  getElementError: (message) =>
    new Error(`${message?.split('\n', 1)[0]}\n\n${document.body.textContent}`),
});

/** What React says of an element that jsdom does not know, of answers that come after a test has seen enough, and jsdom of itself. */
const KNOWN = /The tag <%s> is unrecognized|not wrapped in act|Not implemented/;
let complaints: unknown[] = [];

beforeEach(() => {
  complaints = [];
  jest.spyOn(console, 'error').mockImplementation((...words) => {
    if (!KNOWN.test(String(words[0]))) complaints.push(words);
  });
});

// A screen that works says nothing to the console; and what one test was told, the next is not.
afterEach(() => {
  toast.dismiss();
  expect(complaints).toEqual([]);
});

export interface ScreenOptions {
  /** The app's folder under `apps`: its words. */
  readonly app: string;
  readonly router: (context: PortalContext) => AnyRouter;
  readonly rules: CacheRules;
  /** The address, with the portal's base. */
  readonly at: string;
  readonly world: World;
  readonly viewer?: Partial<Viewer>;
}

/** A project manager in London, who may do nothing that the test does not say. */
export const ADA: Viewer = {
  user: {
    __typename: 'User',
    id: 'usr_ada',
    name: 'Ada Byron',
    email: 'ada@x.test',
    kind: 'STAFF',
  },
  tenant: {
    ...{ __typename: 'Tenant', id: 'ten_1', name: 'Engine Works', locale: 'en-GB' },
    ...{ timeZone: 'Europe/London', currency: 'EUR' },
  },
  ...{ canApproveTime: false, canLogTime: true, portals: [], roles: [], scopes: [] },
} as unknown as Viewer;

/**
 * Opens a page of a portal as it is: its routes, cache rules, shell and words, on a world of the test's own instead
 * of a Nexus.
 */
export async function openScreen({ app, router, rules, at, world, viewer }: ScreenOptions) {
  await loadParts();
  const who: Viewer = { ...ADA, ...viewer };
  const graphWorld = createWorld({ viewer: { ...who, id: 'viewer' }, ...world });
  const line = createLiveLine(Date.now, surroundings());
  const graph = createGraph(graphWorld.nexus, line, rules);
  window.history.replaceState(null, '', at);
  const opened = router({ graph, viewer: who });
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    resources: { en: { ...wordsOf('ui'), ...wordsOf(app) } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  // Nothing waits here: what is posted is sent.
  const outbox = {
    ...{ items: [], listen: () => () => {} },
    post: (document: DocumentNode, variables: object) =>
      void graph.mutation(document, variables).toPromise(),
  } as unknown as Outbox;
  const session = { status: 'open', listen: () => () => {} } as unknown as PortalSession;
  const drawn = render(
    <SettingsContext value={createSettings(window.localStorage, ['en'])}>
      <I18nextProvider i18n={texts}>
        <Portal {...{ session, line, graph, viewer: who, outbox }} router={opened} />
        <Toaster />
      </I18nextProvider>
    </SettingsContext>,
  );
  const tell = (field: string, event: object) => act(async () => graphWorld.tell(field, event));
  // Which classes let a pointer through, only a browser knows.
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  return { user, ...drawn, ...graphWorld, tell, router: opened, graph };
}

function wordsOf(app: string): Record<string, object> {
  const folder = new URL(`../../../${app}/src/locales/en/`, import.meta.url);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    ]),
  );
}
