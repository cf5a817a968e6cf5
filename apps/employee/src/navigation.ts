import type { NavigationItem } from '@nexus/ui/shell/navigation';
import { FolderKanban, House } from 'lucide-react';

/** The portal's menu, in its order. */
export const navigation: readonly NavigationItem[] = [
  { to: '/', labelKey: 'my-work:title', icon: House, shortcut: 'g h' },
  {
    to: '/projects',
    labelKey: 'projects:title',
    icon: FolderKanban,
    shortcut: 'g p',
    isShown: ({ scopes }) => scopes.includes('projects:read'),
  },
];
