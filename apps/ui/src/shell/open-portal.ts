import { createNexus } from '@nexus/sdk';
import type { i18n } from 'i18next';
import { query } from '../graph/ask.js';
import { createGraph } from '../graph/create-graph.js';
import { createLiveLine } from '../graph/live-line.js';
import { spokenExchange } from '../graph/spoken-exchange.js';
import { sentenceOf } from '../i18n/sentence-of.js';
import { awaitGraph } from '../offline/come-back.js';
import { createKeeping } from '../offline/keeping.js';
import type { KeptStore } from '../offline/kept-store.js';
import { portalOf, signInFor } from '../session/places.js';
import { createPortalSession } from '../session/portal-session.js';
import type { SessionRoutes } from '../session/session-routes.js';
import { ViewerDocument } from '../session/viewer.generated.js';
import { viewerIn } from '../session/viewer.js';
import type { Beginning } from './begin.js';
import type { OpenedPortal } from './portal.js';
import type { PortalOptions } from './start-portal.js';

interface Surroundings {
  readonly routes: SessionRoutes;
  readonly locks: LockManager | undefined;
  readonly store: Promise<KeptStore>;
  readonly texts: i18n;
}

/** Puts a portal together for whoever it begins with; undefined where they are led elsewhere. @throws GraphFault */
export async function openPortal(
  { kinds, isFor, cache, outbox: outboxOf, router: createRouter }: PortalOptions,
  { access, holder, entries, asOf }: Beginning,
  { routes, locks, store, texts }: Surroundings,
): Promise<OpenedPortal | undefined> {
  const session = createPortalSession({
    routes,
    access,
    holder,
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
  const line = createLiveLine(Date.now, window, asOf);
  const keeping = createKeeping({
    store,
    initial: entries,
    isOpen: () => session.status === 'open',
    now: Date.now,
    page: document,
  });
  const execute: typeof nexus.execute = async (...asked) => {
    const answer = await nexus.execute(...asked);
    keeping.heard();
    line.heard();
    return answer as never;
  };
  const outbox = (await outboxOf?.(holder)) ?? null;
  const spoken = spokenExchange((finding) => sentenceOf(texts, finding));
  const between = outbox ? [outbox.exchange, spoken] : [spoken];
  const heard = { execute, subscribe: nexus.subscribe };
  const graph = createGraph(heard, line, cache, between, keeping);
  await keeping.taken;
  const viewer = viewerIn(await query(graph, ViewerDocument, {}));
  const isTheirs = viewer && kinds.includes(viewer.user.kind) && (isFor?.(viewer) ?? true);
  if (!isTheirs) {
    window.location.replace(viewer ? portalOf(viewer.user.kind) : signInFor(window.location));
    return undefined;
  }
  void outbox?.resume(graph);
  const router = createRouter({ graph, viewer });
  awaitGraph({
    line,
    ask: () => graph.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise(),
    onBack: () => void router.invalidate(),
    surroundings: window,
  });
  return { session, line, graph, outbox, viewer, router };
}
