import type { ReactNode } from 'react';
import { lazyPart } from './lazy-part.js';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** It cannot be waved away by Escape or a press beside it: only its own buttons end it. */
  readonly isInsistent?: boolean;
  readonly children?: ReactNode;
}

const Surface = lazyPart(async () => (await import('./dialog-surface.js')).DialogSurface);

/** A question over the page, loaded when it is first asked. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <Surface {...props} /> : null;
}
