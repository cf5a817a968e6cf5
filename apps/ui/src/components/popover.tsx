import { clsx } from 'clsx';
import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface PopoverProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly trigger: ReactElement;
  /** What it is, for a screen reader. */
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly className?: string;
  /** Default: the focus goes back to the trigger, unless the event's default is prevented. */
  readonly onCloseAutoFocus?: (event: Event) => void;
  readonly children: ReactNode;
}

/** A small surface at a control: filters, a calendar, a list to choose of. */
export function Popover(props: PopoverProps) {
  const { isOpen, onOpenChange, trigger, label, align = 'start', className, children } = props;
  const { onCloseAutoFocus } = props;
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          className={clsx(
            'z-50 max-w-[calc(100vw-16px)] animate-rise rounded-large border border-line bg-raised shadow-raised focus:outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
