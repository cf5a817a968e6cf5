import type { LucideIcon } from 'lucide-react';
import { createContext, use } from 'react';
import type { TextKey } from '../i18n/namespaces.js';
import { useViewer, type Viewer } from '../session/viewer.js';

/** A page of a portal's menu. What is not built is not in it. */
export interface NavigationItem {
  /** A path of the portal's router: `/projects`. */
  readonly to: string;
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  /** `g p` goes there from everywhere. */
  readonly shortcut?: string;
  /** Whether the viewer can do anything there: default, everybody can. */
  readonly isShown?: (viewer: Viewer) => boolean;
}

export const NavigationContext = createContext<readonly NavigationItem[]>([]);

/** The pages that are the viewer's. */
export function useNavigation(): readonly NavigationItem[] {
  const viewer = useViewer();
  return use(NavigationContext).filter(({ isShown }) => isShown?.(viewer) ?? true);
}
