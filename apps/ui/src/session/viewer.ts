import { createContext, use } from 'react';
import type { ViewerQuery } from './viewer.generated.js';

/** Who uses the portal, and as whom. */
export interface Viewer {
  readonly user: NonNullable<NonNullable<ViewerQuery['viewer']>['user']>;
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

/** The viewer in an answer of the graph; null where nobody is signed in. */
export function viewerIn({ viewer }: ViewerQuery): Viewer | null {
  if (!viewer?.user) return null;
  const { user, tenant, portals, canApproveTime, canLogTime, roles, scopes } = viewer;
  return { user, tenant, portals, canApproveTime, canLogTime, roles, scopes };
}
