import { Slot } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { lazyPart } from './lazy-part.js';

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

const Surface = lazyPart(async () => (await import('./popover-surface.js')).PopoverSurface);

/** A small surface at a control: filters, a calendar, a list to choose of. Loaded when somebody points at the control. */
export function Popover(props: PopoverProps) {
  const { isOpen, onOpenChange, trigger, label, align = 'start', className, children } = props;
  const { onCloseAutoFocus } = props;
  const control = useRef<HTMLElement>(null);
  return (
    <>
      <Slot.Root
        ref={control}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={Surface.load}
        onFocus={Surface.load}
        onClick={() => onOpenChange(!isOpen)}
      >
        {trigger}
      </Slot.Root>
      {isOpen && (
        <Surface trigger={control} {...{ onOpenChange, label, align, className, onCloseAutoFocus }}>
          {children}
        </Surface>
      )}
    </>
  );
}
