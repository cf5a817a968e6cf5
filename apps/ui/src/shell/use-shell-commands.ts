import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useMemo } from 'react';
import type { Command } from '../actions/action.js';
import { useNavigation } from './navigation.js';
import { useSignOut } from './use-sign-out.js';

/** What can be done from everywhere in a portal. */
export interface ShellCommands {
  readonly pages: readonly Command[];
  readonly settings: readonly Command[];
}

export function useShellCommands(): ShellCommands {
  const items = useNavigation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const pages = useMemo(
    () =>
      items.map(({ to, labelKey, icon, shortcut }) => ({
        ...{ id: `page.${to}`, labelKey, icon, shortcut },
        run: () => void navigate({ to } as never),
      })),
    [items, navigate],
  );
  const settings = useMemo(
    () => [
      {
        ...({ id: 'session.sign-out', labelKey: 'shell:account.signOut', icon: LogOut } as const),
        run: signOut,
      },
    ],
    [signOut],
  );
  return useMemo(() => ({ pages, settings }), [pages, settings]);
}
