import { Outlet } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { lazyPart } from '../components/lazy-part.js';
import { useText } from '../i18n/use-text.js';
import { useViewer } from '../session/viewer.js';
import { NavigationContext, type NavigationItem } from './navigation.js';
import { NavigationList } from './navigation-list.js';
import { TopBar } from './top-bar.js';
import { useShellCommands } from './use-shell-commands.js';
import { useShortcuts } from './use-shortcuts.js';

const CommandPalette = lazyPart(async () => (await import('./command-palette.js')).CommandPalette);
const MobileNavigation = lazyPart(
  async () => (await import('./mobile-navigation.js')).MobileNavigation,
);

interface PortalShellProps {
  readonly navigation: readonly NavigationItem[];
  /** Whose portal it is, above the navigation; by default the tenant's name. */
  readonly brand?: ReactNode;
  /** What the portal has in the top bar of every page: a timer. */
  readonly bar?: ReactNode;
}

/** The frame of a portal's pages: navigation, top bar, palette; the page of the route is in the middle. */
export function PortalShell({ navigation, brand, bar }: PortalShellProps) {
  return (
    <NavigationContext value={navigation}>
      <Frame brand={brand} bar={bar} />
    </NavigationContext>
  );
}

function Frame({ brand, bar }: Omit<PortalShellProps, 'navigation'>) {
  const text = useText();
  const { tenant } = useViewer();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const commands = useShellCommands();
  useShortcuts(commands, () => setPaletteOpen(true));
  return (
    <div className="min-h-dvh md:grid print:block md:grid-cols-[224px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-medium bg-raised focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
      >
        {text('shell:navigation.skip')}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r border-line bg-sunken p-3 md:flex print:hidden">
        <div className="truncate px-2 pt-1 font-semibold">{brand ?? tenant?.name ?? 'Nexus'}</div>
        <NavigationList />
      </aside>
      <div className="min-w-0">
        <TopBar onOpenPalette={() => setPaletteOpen(true)} onOpenMenu={() => setMenuOpen(true)}>
          {bar}
        </TopBar>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-[1200px] p-4 focus:outline-none has-[[data-wide]]:max-w-none md:p-6"
        >
          <Outlet />
        </main>
      </div>
      {isMenuOpen && <MobileNavigation isOpen onOpenChange={setMenuOpen} />}
      {isPaletteOpen && (
        <CommandPalette commands={commands} onClose={() => setPaletteOpen(false)} />
      )}
    </div>
  );
}
