import type { NavigationItem } from '@nexus/ui/shell/navigation';
import { Building2, CheckCheck, Clock, FolderKanban, House, ReceiptText } from 'lucide-react';

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
  {
    to: '/clients',
    labelKey: 'clients:title',
    icon: Building2,
    shortcut: 'g c',
    isShown: ({ scopes }) => scopes.includes('crm:read'),
  },
  {
    to: '/invoices',
    labelKey: 'invoices:title',
    icon: ReceiptText,
    shortcut: 'g i',
    isShown: ({ scopes }) => scopes.includes('billing:read'),
  },
];
