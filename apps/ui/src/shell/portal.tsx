import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import type { Client } from '@urql/core';
import { useMemo, useState } from 'react';
import { Provider } from 'urql';
import { createOffers, OffersContext } from '../actions/offers.js';
import { RegionContext } from '../components/region.js';
import { LineContext } from '../graph/line-context.js';
import type { LiveLine } from '../graph/live-line.js';
import { localeOf } from '../i18n/languages.js';
import type { Outbox } from '../offline/outbox.types.js';
import { OutboxContext } from '../offline/outbox-context.js';
import type { PortalSession } from '../session/portal-session.js';
import { SessionContext } from '../session/session-context.js';
import { SessionEnd } from '../session/session-end.js';
import { timeZoneOf, type Viewer, ViewerContext } from '../session/viewer.js';
import { useSettings } from './settings.js';

export interface OpenedPortal {
  readonly session: PortalSession;
  readonly line: LiveLine;
  readonly graph: Client;
  /** Null where nothing waits for the network. */
  readonly outbox: Outbox | null;
  readonly viewer: Viewer;
  readonly router: AnyRouter;
}

/** A portal that somebody is signed in to. */
export function Portal({ session, line, graph, outbox, viewer, router }: OpenedPortal) {
  const [{ language }] = useSettings();
  const [offers] = useState(createOffers);
  const { profile, tenant } = viewer;
  const region = useMemo(
    () => ({
      locale: localeOf(language, profile?.locale ?? tenant?.locale),
      timeZone: timeZoneOf({ profile, tenant }),
    }),
    [language, profile, tenant],
  );
  return (
    <SessionContext value={session}>
      <ViewerContext value={viewer}>
        <RegionContext value={region}>
          <LineContext value={line}>
            <OffersContext value={offers}>
              <Provider value={graph}>
                <OutboxContext value={outbox}>
                  <RouterProvider router={router} />
                  <SessionEnd />
                </OutboxContext>
              </Provider>
            </OffersContext>
          </LineContext>
        </RegionContext>
      </ViewerContext>
    </SessionContext>
  );
}
