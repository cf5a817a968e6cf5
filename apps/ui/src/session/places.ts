/** Where somebody's portal is, by the side that their membership is on. */
const PORTALS = { STAFF: '/employee/', CLIENT: '/client/', OPERATOR: '/admin/' } as const;

export type PersonKind = keyof typeof PORTALS;

const PLACES = { EMPLOYEE: '/employee/', CLIENT: '/client/', ADMIN: '/admin/' } as const;

/** Where a portal is, by the graph's name of it. */
export function placeOf(portal: keyof typeof PLACES): string {
  return PLACES[portal];
}

export function portalOf(kind: PersonKind): string {
  return PORTALS[kind];
}

/**
 * A place of this origin to go back to, or undefined where the text names another one: `//evil.example`,
 * `https:…`, `/\evil` and their like.
 */
export function safeReturn(text: string | null | undefined, origin: string): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, origin)) return undefined;
  const url = new URL(text, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in that leads back to a place. */
export function signInFor(place: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const back = `${place.pathname}${place.search}${place.hash}`;
  return `/sign-in/?return=${encodeURIComponent(back)}`;
}
