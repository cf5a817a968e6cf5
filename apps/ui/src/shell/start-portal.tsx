import { createNexus } from '@nexus/sdk';
import type { AnyRouter } from '@tanstack/react-router';
import type { Client } from '@urql/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { query } from '../graph/ask.js';
import type { CacheRules } from '../graph/cache-rules.js';
import { createGraph } from '../graph/create-graph.js';
import { createLiveLine } from '../graph/live-line.js';
import type { TextFiles } from '../i18n/create-texts.js';
import type { Outbox } from '../offline/outbox.js';
import { beginSession } from '../session/begin-session.js';
import { holderOf } from '../session/holder.js';
import { type PersonKind, portalOf, signInFor } from '../session/places.js';
import { createPortalSession } from '../session/portal-session.js';
import { type Access, sessionRoutes } from '../session/session-routes.js';
import { ViewerDocument } from '../session/viewer.generated.js';
import { type Viewer, viewerIn } from '../session/viewer.js';
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
  const began = beginSession(routes, locks);
  // Awaited below; a fault meanwhile is not unhandled.
  began.catch(() => undefined);
  const surroundings = await startSurroundings(options.texts);
  try {
    const access = await began;
    if (!access) return window.location.replace(signInFor(window.location));
    const opened = await open(options, access);
    if (!opened) return;
    root.render(
      <StrictMode>
        <Surroundings {...surroundings}>
          <Portal {...opened} />
        </Surroundings>
      </StrictMode>,
    );
  } catch (error) {
    root.render(
      <Surroundings {...surroundings}>
        <StartFault error={error} />
      </Surroundings>,
    );
  }

  async function open(
    { kinds, isFor, cache, outbox: kept, router }: PortalOptions,
    access: Access,
  ) {
    const session = createPortalSession({
      routes,
      access,
      locks,
      channel: new BroadcastChannel('nexus:session'),
      onOther: () => window.location.reload(),
      now: Date.now,
    });
    const nexus = createNexus({
      url: new URL('/graphql', window.location.origin).href,
      session: session.initial,
      renewal: session.renewal,
    });
    const line = createLiveLine(Date.now, window);
    const outbox = (await kept?.(holderOf(access.accessToken))) ?? null;
    const graph = createGraph(nexus, line, cache, outbox ? [outbox.exchange] : []);
    const viewer = viewerIn(await query(graph, ViewerDocument, {}));
    const isTheirs = viewer && kinds.includes(viewer.user.kind) && (isFor?.(viewer) ?? true);
    if (!isTheirs) {
      window.location.replace(viewer ? portalOf(viewer.user.kind) : signInFor(window.location));
      return undefined;
    }
    void outbox?.resume(graph);
    return { session, line, graph, outbox, viewer, router: router({ graph, viewer }) };
  }
}
