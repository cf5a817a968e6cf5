import type { NavigationItem } from '@nexus/ui/shell/navigation';
import { Activity, Mail, Palette, Percent, ScrollText, Settings, Users } from 'lucide-react';

type Shown = NonNullable<NavigationItem['isShown']>;

const holds =
  (scope: string): Shown =>
  ({ scopes }) =>
    scopes.includes(scope);

/** What belongs to a business, and not to the operator, who has none. */
const inBusiness =
  (...wanted: readonly string[]): Shown =>
  ({ user, scopes }) =>
    user.kind === 'STAFF' && wanted.some((scope) => scopes.includes(scope));

/** The portal's menu, in its order: what is wrong comes first. */
export const navigation: readonly NavigationItem[] = [
  {
    to: '/health',
    labelKey: 'health:title',
    icon: Activity,
    shortcut: 'g h',
    isShown: holds('operations:read'),
  },
  {
    to: '/people',
    labelKey: 'people:title',
    icon: Users,
    shortcut: 'g p',
    isShown: holds('identity:users:read'),
  },
  {
    to: '/settings',
    labelKey: 'settings:title',
    icon: Settings,
    shortcut: 'g s',
    isShown: inBusiness('identity:settings:read'),
  },
  {
    to: '/branding',
    labelKey: 'branding:title',
    icon: Palette,
    shortcut: 'g b',
    isShown: inBusiness('identity:settings:read'),
  },
  {
    to: '/rates',
    labelKey: 'rates:title',
    icon: Percent,
    shortcut: 'g r',
    isShown: inBusiness('projects:finance:read', 'billing:read'),
  },
  {
    to: '/audit',
    labelKey: 'audit:title',
    icon: ScrollText,
    shortcut: 'g a',
    isShown: holds('identity:security:read'),
  },
  {
    to: '/mail',
    labelKey: 'mail:title',
    icon: Mail,
    shortcut: 'g m',
    isShown: holds('identity:users:write'),
  },
];
