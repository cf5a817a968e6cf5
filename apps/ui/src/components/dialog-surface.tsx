import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from './dialog.js';
import { IconButton } from './icon-button.js';
import { useReturnFocus } from './use-return-focus.js';

const SIZES = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' } as const;

/** A question over the page: the focus stays in it, and goes back where it came from. */
export function DialogSurface({
  isOpen,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  isInsistent = false,
  children,
}: DialogProps) {
  const { t } = useTranslation('ui');
  const focus = useReturnFocus();
  const stay = isInsistent ? (event: Event) => event.preventDefault() : undefined;
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid animate-appear place-items-center overflow-y-auto bg-scrim p-4">
          <Radix.Content
            {...(description ? {} : { 'aria-describedby': undefined })}
            {...focus}
            {...(stay && { onEscapeKeyDown: stay, onInteractOutside: stay })}
            className={clsx(
              'relative w-full animate-rise rounded-large border border-line bg-raised shadow-raised',
              'focus:outline-none',
              SIZES[size],
            )}
          >
            <header className="grid gap-1 px-5 pt-4 pr-14">
              <Radix.Title className="text-large font-semibold [overflow-wrap:anywhere]">
                {title}
              </Radix.Title>
              {description && (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </header>
            {children && <div className="px-5 pt-4">{children}</div>}
            <footer className="flex flex-wrap justify-end gap-2 px-5 py-4">{footer}</footer>
            {/* Last, so that the focus begins at what is asked. */}
            {!isInsistent && (
              <Radix.Close asChild>
                <IconButton icon={X} label={t('close')} className="absolute top-3 right-3" />
              </Radix.Close>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
