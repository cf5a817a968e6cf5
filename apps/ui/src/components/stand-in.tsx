import { type Ref, type RefObject, useLayoutEffect } from 'react';

interface StandInProps {
  /** The control that was on the page before its surface was loaded. */
  readonly of: RefObject<HTMLElement | null>;
  readonly ref?: Ref<HTMLElement>;
}

/**
 * The only child of a Radix trigger with `asChild`: hands it an element that stands elsewhere, so that a surface which
 * is loaded late is placed at it, and gives the focus back to it.
 */
export function StandIn({ of, ref }: StandInProps) {
  useLayoutEffect(() => {
    // Never taken back: the focus returns to the control after this has gone.
    if (typeof ref === 'function') ref(of.current);
    else if (ref) ref.current = of.current;
  }, [of, ref]);
  return null;
}
