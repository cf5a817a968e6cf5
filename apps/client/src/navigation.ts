import type { NavigationItem } from '@nexus/ui/shell/navigation';
import { Building2, FolderKanban, House, ReceiptText } from 'lucide-react';

/** The portal's menu, in its order. */
export const navigation: readonly NavigationItem[] = [
  { to: '/', labelKey: 'home:title', icon: House, shortcut: 'g h' },
  { to: '/projects', labelKey: 'projects:title', icon: FolderKanban, shortcut: 'g p' },
  {
    to: '/invoices',
    labelKey: 'invoices:title',
    icon: ReceiptText,
    shortcut: 'g i',
    isShown: ({ scopes }) => scopes.includes('billing:read'),
  },
  { to: '/company', labelKey: 'company:title', icon: Building2, shortcut: 'g c' },
];
