import { Menu as MenuIcon, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../components/icon-button.js';
import { Kbd } from '../components/kbd.js';
import { useText } from '../i18n/use-text.js';
import { AccountMenu } from './account-menu.js';
import { LiveDot } from './live-dot.js';

interface TopBarProps {
  readonly onOpenPalette: () => void;
  readonly onOpenMenu: () => void;
  /** The portal's own, before the state of the line. */
  readonly children?: ReactNode;
}

/** The bar above every page: commands, whether the page is live, and who is signed in. */
export function TopBar({ onOpenPalette, onOpenMenu, children }: TopBarProps) {
  const text = useText();
  return (
    <header className="sticky top-0 z-30 flex print:hidden h-12 items-center gap-3 border-b border-line bg-canvas px-3 md:px-6">
      <IconButton
        icon={MenuIcon}
        label={text('shell:navigation.open')}
        className="md:hidden"
        onClick={onOpenMenu}
      />
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onOpenPalette}
        className="flex min-h-control-small min-w-0 items-center gap-2 rounded-medium border border-line bg-surface px-2 text-muted transition-colors duration-100 hover:bg-hover hover:text-text"
      >
        <Search aria-hidden size={14} className="shrink-0" />
        <span aria-hidden className="sm:hidden">
          {text('shell:palette.openShort')}
        </span>
        <span className="truncate max-sm:sr-only">{text('shell:palette.open')}</span>
        <span className="max-sm:hidden">
          <Kbd keys="mod+k" />
        </span>
      </button>
      <span className="flex-1" />
      {children}
      <LiveDot />
      <AccountMenu />
    </header>
  );
}
