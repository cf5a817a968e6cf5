import type { NavigationItem } from '@nexus/ui/shell/navigation';
import { CheckCheck, Clock, FolderKanban, House } from 'lucide-react';

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
  {
    to: '/time',
    labelKey: 'time:title',
    icon: Clock,
    shortcut: 'g t',
    isShown: ({ canLogTime }) => canLogTime,
  },
  {
    to: '/approvals',
    labelKey: 'approvals:title',
    icon: CheckCheck,
    shortcut: 'g a',
    isShown: ({ canApproveTime }) => canApproveTime,
  },
];
