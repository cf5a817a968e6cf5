import { createNexus, type Nexus, type UserError } from '@nexus/sdk';
import { portalOf, safeReturn } from '@nexus/ui/session/places';
import type { Access, SessionRoutes } from '@nexus/ui/session/session-routes';
import { ViewerDocument } from '@nexus/ui/session/viewer.generated';

/** The pages before a session. */
export const PLACES = ['', 'forgot', 'reset', 'accept'] as const;
export type Place = (typeof PLACES)[number];

/** The way in: what all pages before a session can do. */
export interface Entrance {
  readonly place: Place;
  /** The token that a mail's link has brought, after `#token=`, where no server and no log sees it. */
  readonly token: string;
  /** It is the sign-in itself, and not what a mail led to. */
  readonly isDoor: boolean;
  /** Signs in and goes on; comes back only with what was wrong. @throws NexusError */
  signIn(credentials: Credentials): Promise<readonly UserError[]>;
  /** Goes to where somebody was led here from, or to their portal. @throws NexusError */
  goOn(access: Access): Promise<void>;
  /** The graph as nobody, or as the holder of a token. */
  graph(access?: Pick<Access, 'accessToken' | 'expiresAt'>): Nexus;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

type Here = Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'replace'>;

/** @param here `window.location` */
export function createEntrance(routes: SessionRoutes, here: Here): Entrance {
  const [, name = ''] = /^\/sign-in\/([^/]*)/.exec(here.pathname) ?? [];
  const place = PLACES.find((known) => known === name) ?? '';
  const back = safeReturn(new URLSearchParams(here.search).get('return'), here.origin);

  const graph: Entrance['graph'] = (access) =>
    createNexus({
      url: new URL('/graphql', here.origin).href,
      session: access ? { ...access, refreshToken: '' } : null,
    });

  async function goOn(access: Access): Promise<void> {
    if (back && !back.startsWith('/sign-in')) return here.replace(back);
    const { viewer } = await graph(access).query(ViewerDocument, {});
    here.replace(portalOf(viewer?.user?.kind ?? 'STAFF'));
  }

  return {
    place,
    token: new URLSearchParams(here.hash.slice(1)).get('token') ?? '',
    isDoor: place === '' || place === 'forgot',
    graph,
    goOn,
    async signIn(credentials) {
      const { session, errors } = await routes.signIn(credentials);
      if (session) await goOn(session);
      return errors;
    },
  };
}
