import { useNavigate, useRouter } from '@tanstack/react-router';
import { ArrowUpRight, LogOut, UserRound } from 'lucide-react';
import { Avatar } from '../components/avatar.js';
import { Menu } from '../components/menu.js';
import type { MenuCommand } from '../components/menu-item.js';
import { LANGUAGES, type Language } from '../i18n/languages.js';
import { useText } from '../i18n/use-text.js';
import { placeOf } from '../session/places.js';
import { useViewer } from '../session/viewer.js';
import { useSettings } from './settings.js';
import { useSignOut } from './use-sign-out.js';

const THEMES = ['dark', 'light', 'system'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

/** Who is signed in, how they like things to look, and the way out. */
export function AccountMenu() {
  const text = useText();
  const { user, portals } = useViewer();
  const navigate = useNavigate();
  const { basepath, routesByPath } = useRouter();
  const signOut = useSignOut();
  const [{ appearance, language }, change] = useSettings();
  const choice = (id: string, label: string, isChecked: boolean, onSelect: () => void) =>
    ({ id, label, isChecked, onSelect }) satisfies MenuCommand;

  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex min-h-control-small min-w-6 items-center gap-2 rounded-medium px-1 hover:bg-hover aria-expanded:bg-hover"
        >
          <span className="sr-only">{`${text('shell:account.title')}: `}</span>
          <Avatar name={user.name} isDecorative />
          <span className="truncate max-md:sr-only">{user.name}</span>
        </button>
      }
      groups={[
        {
          id: 'account',
          commands: [
            ...('/account' in routesByPath
              ? [
                  {
                    id: 'account',
                    label: text('account:title'),
                    icon: UserRound,
                    onSelect: () => void navigate({ to: '/account' } as never),
                  },
                ]
              : []),
            ...portals
              .filter((portal) => !placeOf(portal).startsWith(`${basepath}/`))
              .map((portal) => ({
                id: portal,
                label: text(`shell:portals.${portal}`),
                icon: ArrowUpRight,
                onSelect: () => window.location.assign(placeOf(portal)),
              })),
          ],
        },
        {
          id: 'theme',
          label: text('shell:settings.theme'),
          commands: [
            ...THEMES.map((theme) =>
              choice(theme, text(`shell:settings.${theme}`), appearance.theme === theme, () =>
                change({ appearance: { theme } }),
              ),
            ),
            choice(
              'contrast',
              text('shell:settings.contrast'),
              appearance.contrast === 'more',
              () =>
                change({
                  appearance: { contrast: appearance.contrast === 'more' ? 'system' : 'more' },
                }),
            ),
          ],
        },
        {
          id: 'density',
          label: text('shell:settings.density'),
          commands: DENSITIES.map((density) =>
            choice(density, text(`shell:settings.${density}`), appearance.density === density, () =>
              change({ appearance: { density } }),
            ),
          ),
        },
        {
          id: 'language',
          label: text('shell:settings.language'),
          commands: (Object.keys(LANGUAGES) as Language[]).map((one) =>
            choice(one, LANGUAGES[one], language === one, () => change({ language: one })),
          ),
        },
        {
          id: 'session',
          commands: [
            {
              id: 'sign-out',
              label: text('shell:account.signOut'),
              icon: LogOut,
              onSelect: signOut,
            },
          ],
        },
      ]}
    />
  );
}
