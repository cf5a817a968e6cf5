import { clsx } from 'clsx';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { StandIn } from './stand-in.js';

export interface PopoverSurfaceProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly label: string;
  readonly align: 'start' | 'end';
  readonly className: string | undefined;
  readonly onCloseAutoFocus: ((event: Event) => void) | undefined;
  readonly children: ReactNode;
}

/** The open surface. */
export function PopoverSurface(props: PopoverSurfaceProps) {
  const { trigger, onOpenChange, label, align, className, onCloseAutoFocus, children } = props;
  return (
    <Radix.Root open onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandIn of={trigger} />
      </Radix.Trigger>
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
