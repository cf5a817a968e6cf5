import { Tooltip as Radix } from 'radix-ui';
import type { HTMLAttributes, Ref, RefObject } from 'react';
import { useLayoutEffect } from 'react';
import { Kbd } from './kbd.js';
import { StandIn } from './stand-in.js';

/** What a control tells the tooltip at it. */
export type TooltipHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  'onPointerMove' | 'onPointerLeave' | 'onPointerDown' | 'onFocus' | 'onBlur' | 'onClick'
>;

export interface TooltipSurfaceProps {
  readonly control: RefObject<HTMLElement | null>;
  /** Where the tooltip puts what the control is to tell it. */
  readonly handlers: RefObject<TooltipHandlers>;
  /** Told the id of the shown words, and when they are gone. */
  readonly onDescribe: (id: string | undefined) => void;
  readonly text: string;
  readonly shortcut: string | undefined;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
}

/** A tooltip at a control that stands elsewhere. */
export function TooltipSurface(props: TooltipSurfaceProps) {
  const { text, shortcut, side, ...listening } = props;
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>
          <Listening {...listening} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 flex max-w-64 animate-appear items-center gap-2 rounded-medium border border-line bg-raised px-2 py-1 text-small text-text shadow-raised"
          >
            {text}
            {shortcut && <Kbd keys={shortcut} />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}

type ListeningProps = Pick<TooltipSurfaceProps, 'control' | 'handlers' | 'onDescribe'> &
  TooltipHandlers & { readonly ref?: Ref<HTMLElement>; readonly 'aria-describedby'?: string };

/** Takes what Radix would hear from its trigger, and hands it to the control. */
function Listening({ control, handlers, onDescribe, ref, ...heard }: ListeningProps) {
  const words = heard['aria-describedby'];
  useLayoutEffect(() => {
    handlers.current = heard;
  });
  useLayoutEffect(() => onDescribe(words), [onDescribe, words]);
  return <StandIn of={control} {...(ref && { ref })} />;
}
