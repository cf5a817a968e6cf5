import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Spinner } from './spinner.js';
import { Tooltip } from './tooltip.js';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** Its name, said to a screen reader and shown when pointed at. */
  readonly label: string;
  readonly shortcut?: string;
  readonly size?: 'small' | 'medium';
  readonly isBusy?: boolean;
}

const SIZES = { small: 'size-control-small', medium: 'size-control' } as const;

/** A command that its icon alone stands for: of well-known ones only. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'medium',
  isBusy = false,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-busy={isBusy || undefined}
        aria-disabled={isBusy || undefined}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-medium text-muted',
          'transition-colors duration-100 hover:bg-hover hover:text-text',
          'aria-expanded:bg-hover aria-expanded:text-text aria-pressed:bg-selected aria-pressed:text-text',
          'disabled:cursor-not-allowed disabled:opacity-50',
          SIZES[size],
          className,
        )}
        onClick={isBusy ? undefined : onClick}
        {...rest}
      >
        {isBusy ? <Spinner /> : <Icon aria-hidden size={16} />}
      </button>
    </Tooltip>
  );
}
