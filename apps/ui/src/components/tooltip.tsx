import { Slot } from 'radix-ui';
import {
  type FocusEvent,
  type ReactElement,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { lazyPart } from './lazy-part.js';
import type { TooltipHandlers } from './tooltip-surface.js';

interface TooltipProps {
  /** A few words; never the only place where something is said. */
  readonly text: string;
  /** Keys that do the same, as `Kbd` takes them. */
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactElement;
}

const Surface = lazyPart(async () => (await import('./tooltip-surface.js')).TooltipSurface);

/** Words at a control when it is pointed at or focused; what shows them is loaded then. */
export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps) {
  const [isWanted, setWanted] = useState(false);
  const control = useRef<HTMLElement>(null);
  const [words, setWords] = useState<string>();
  const handlers = useRef<TooltipHandlers>({});
  const missed = useRef<FocusEvent<HTMLElement>>(undefined);
  // The focus that the tooltip was loaded for came before there was one.
  useEffect(() => {
    const isFocused = missed.current && control.current?.matches(':focus-visible');
    if (isWanted && isFocused && missed.current) handlers.current.onFocus?.(missed.current);
  }, [isWanted]);
  const want = () => void Surface.load().then(() => setWanted(true));
  const tell = (name: keyof TooltipHandlers) => (event: SyntheticEvent) =>
    (handlers.current[name] as ((event: SyntheticEvent) => void) | undefined)?.(event);
  return (
    <>
      <Slot.Root
        ref={control}
        {...(words && { 'aria-describedby': words })}
        onPointerEnter={want}
        onPointerMove={tell('onPointerMove')}
        onPointerLeave={tell('onPointerLeave')}
        onPointerDown={tell('onPointerDown')}
        onClick={tell('onClick')}
        onBlur={tell('onBlur')}
        onFocus={(event) => {
          if (isWanted) tell('onFocus')(event);
          else {
            missed.current = event;
            want();
          }
        }}
      >
        {children}
      </Slot.Root>
      {isWanted && (
        <Surface {...{ control, handlers, text, shortcut, side }} onDescribe={setWords} />
      )}
    </>
  );
}
