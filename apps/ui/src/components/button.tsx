import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { Spinner } from './spinner.js';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once in a view; `secondary` (default) for the rest; `ghost` in rows; `danger` destroys. */
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: LucideIcon;
  /** Under way: it turns, keeps the focus, and does nothing when pressed. */
  readonly isBusy?: boolean;
  /** The only child, a link as a rule, is drawn as the button. */
  readonly asChild?: boolean;
}

const VARIANTS = {
  primary:
    'border-transparent bg-accent-solid text-on-accent hover:bg-accent-solid-hover font-semibold',
  secondary: 'border-line-strong bg-surface text-text hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-muted hover:bg-hover hover:text-text',
  danger: 'border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-hover',
} as const;

const SIZES = {
  small: 'min-h-control-small px-2 text-small gap-1',
  medium: 'min-h-control px-3 text-base gap-2',
  large: 'min-h-control-large px-4 text-large gap-2',
} as const;

/** A command in words. Texts too long for one line wrap: they are never cut. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon: Icon,
  isBusy = false,
  asChild = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const classes = clsx(
    'inline-flex items-center justify-center rounded-medium border py-1 text-center font-medium',
    'transition-colors duration-100 select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress',
    VARIANTS[variant],
    SIZES[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? swallow : onClick}
      {...rest}
    >
      {isBusy ? <Spinner /> : Icon && <Icon aria-hidden className="shrink-0" size={16} />}
      {children}
    </button>
  );
}

/** A busy button of a form does not send it a second time. */
function swallow(event: MouseEvent) {
  event.preventDefault();
}
