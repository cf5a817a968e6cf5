import type { AnyRouter } from '@tanstack/react-router';
import type { Client } from '@urql/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CacheRules } from '../graph/cache-rules.js';
import type { TextFiles } from '../i18n/create-texts.js';
import { forgetEverything } from '../offline/forget-everything.js';
import { offerUpdates } from '../offline/offer-updates.js';
import type { Outbox } from '../offline/outbox.types.js';
import { beginSession } from '../session/begin-session.js';
import { type PersonKind, signInFor } from '../session/places.js';
import { sessionRoutes } from '../session/session-routes.js';
import type { Viewer } from '../session/viewer.js';
import { begin } from './begin.js';
import { openPortal } from './open-portal.js';
import { Portal } from './portal.js';
import { StartFault } from './start-fault.js';
import { startSurroundings } from './start-surroundings.js';
import { Surroundings } from './surroundings.js';

/** What a portal's routes know: `context` of each loader. */
export interface PortalContext {
  readonly graph: Client;
  readonly viewer: Viewer;
}

export interface PortalOptions {
  /** On whose side somebody must be; others are led to their own portal. */
  readonly kinds: readonly PersonKind[];
  /** Who of them, where not everybody may: default, all. */
  readonly isFor?: (viewer: Viewer) => boolean;
  /** The portal’s words: what `import.meta.glob` gives for its `locales`. */
  readonly texts: TextFiles;
  readonly cache?: CacheRules;
  /** What may wait for the network: `outboxFor` its documents. Default: nothing waits. */
  readonly outbox?: (holder: string) => Promise<Outbox>;
  readonly router: (context: PortalContext) => AnyRouter;
}

/** Starts a portal in `#root`: session, words, viewer, and then its router. Without a session it leads to the sign-in. */
export async function startPortal(options: PortalOptions): Promise<void> {
  const root = createRoot(document.getElementById('root') ?? document.body);
  const routes = sessionRoutes(window.fetch.bind(window));
  const locks = navigator.locks as LockManager | undefined;
  const store = import('../offline/kept-store.js').then(({ openKeptStore }) => openKeptStore());
  const beginning = begin(beginSession(routes, locks), store, forgetEverything, Date.now);
  // Awaited below; a fault meanwhile is not unhandled.
  store.catch(() => undefined);
  beginning.catch(() => undefined);
  const surroundings = await startSurroundings(options.texts);
  try {
    const began = await beginning;
    if (!began) return window.location.replace(signInFor(window.location));
    const opened = await openPortal(options, began, {
      routes,
      locks,
      store,
      texts: surroundings.texts,
    });
    if (!opened) return;
    root.render(
      <StrictMode>
        <Surroundings {...surroundings}>
          <Portal {...opened} />
        </Surroundings>
      </StrictMode>,
    );
    offerUpdates(surroundings.texts);
  } catch (error) {
    root.render(
      <Surroundings {...surroundings}>
        <StartFault error={error} />
      </Surroundings>,
    );
  }
}
