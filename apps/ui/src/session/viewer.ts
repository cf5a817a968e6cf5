import { createContext, use } from 'react';
import type { ViewerQuery } from './viewer.generated.js';

/** Who uses the portal, and as whom. */
export interface Viewer {
  readonly user: NonNullable<NonNullable<ViewerQuery['viewer']>['user']>;
  /** How they want things written, where they have said so. */
  readonly profile: NonNullable<ViewerQuery['viewer']>['profile'];
  /** Null for the operator, who belongs to none. */
  readonly tenant: NonNullable<ViewerQuery['viewer']>['tenant'];
  /** Whether there is anybody's time for them to decide about. */
  readonly canApproveTime: boolean;
  readonly canLogTime: boolean;
  /** The portals that have something for them, the one to open first in front. */
  readonly portals: NonNullable<ViewerQuery['viewer']>['portals'];
  readonly roles: readonly string[];
  /** What they may do at all; whether they may do it to something is that thing's `viewerCan…`. */
  readonly scopes: readonly string[];
}

export const ViewerContext = createContext<Viewer | null>(null);

/** Who uses the portal. Only below `startPortal`. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new TypeError('There is a viewer only inside a portal.');
  return viewer;
}

/** Whose days somebody reckons in: their own zone, else their business's, else this device's. */
export function timeZoneOf({ profile, tenant }: Pick<Viewer, 'profile' | 'tenant'>): string {
  return (
    profile?.timeZone ?? tenant?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  );
}

/** The viewer in an answer of the graph; null where nobody is signed in. */
export function viewerIn({ viewer }: ViewerQuery): Viewer | null {
  if (!viewer?.user) return null;
  const { user, profile, tenant, portals, canApproveTime, canLogTime, roles, scopes } = viewer;
  return { user, profile, tenant, portals, canApproveTime, canLogTime, roles, scopes };
}
