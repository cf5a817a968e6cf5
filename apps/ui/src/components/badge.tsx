import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-transparent text-muted',
  accent: 'border-transparent bg-accent-soft text-accent',
  success: 'border-transparent bg-success-soft text-success',
  warning: 'border-transparent bg-warning-soft text-warning',
  danger: 'border-transparent bg-danger-soft text-danger',
  info: 'border-transparent bg-info-soft text-info',
};

/** A state in one or two words; the words say it, the tone only repeats it. */
export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full shrink-0 items-center gap-1 rounded-small border px-1.5 text-small font-medium leading-5',
        TONES[tone],
      )}
    >
      {Icon && <Icon aria-hidden className="shrink-0" size={12} />}
      <span className="min-w-0 break-words whitespace-normal">{children}</span>
    </span>
  );
}
