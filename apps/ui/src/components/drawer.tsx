import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.js';
import { useReturnFocus } from './use-return-focus.js';

interface DrawerProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** Beside the title: a state, a number. */
  readonly meta?: ReactNode;
  /** Commands of what is shown, before the button that closes. */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'medium' | 'large';
  readonly children: ReactNode;
}

const SIZES = { medium: 'sm:max-w-lg', large: 'sm:max-w-3xl' } as const;

/**
 * One thing of the page in full, at its side; on a phone it is the whole screen. The focus stays in it, and
 * goes back to where it was opened.
 */
export function Drawer(props: DrawerProps) {
  const { isOpen, onOpenChange, title, meta, actions, footer, size = 'medium', children } = props;
  const { t } = useTranslation('ui');
  const focus = useReturnFocus();
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onInteractOutside={keepForToast}
          onCloseAutoFocus={focus.onCloseAutoFocus}
          onOpenAutoFocus={(event) => {
            focus.onOpenAutoFocus();
            // Its title is read first, not the name of its first button.
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className={clsx(
            'fixed inset-y-0 right-0 z-40 flex w-full animate-slide-in flex-col bg-surface focus:outline-none sm:border-l sm:border-line',
            SIZES[size],
          )}
        >
          <header className="flex items-start gap-2 border-b border-line py-3 pr-3 pl-5">
            <div className="grid min-w-0 flex-1 gap-1 py-1">
              <Radix.Title className="text-large font-semibold [overflow-wrap:anywhere]">
                {title}
              </Radix.Title>
              {meta && <div className="flex flex-wrap items-center gap-2 text-muted">{meta}</div>}
            </div>
            {actions}
            <Radix.Close asChild>
              <IconButton icon={X} label={t('close')} />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** To take back what was said in a toast is not to leave the drawer. */
function keepForToast(event: Event) {
  if ((event.target as Element).closest('[data-sonner-toaster]')) event.preventDefault();
}
