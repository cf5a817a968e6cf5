import { clsx } from 'clsx';
import { Progress as Radix } from 'radix-ui';
import { useFormat } from '../i18n/use-format.js';

interface ProgressProps {
  /** What progresses, for a screen reader. */
  readonly label: string;
  /** 0 to 1; more than 1 is too much. Null while it is not known. */
  readonly share: number | null;
  readonly tone?: 'accent' | 'warning' | 'danger';
}

const TONES = { accent: 'bg-accent', warning: 'bg-warning', danger: 'bg-danger' } as const;

/** How much of something is done, or used up. */
export function Progress({ label, share, tone = 'accent' }: ProgressProps) {
  const format = useFormat();
  const shown = share === null ? null : Math.max(0, Math.min(1, share));
  return (
    <Radix.Root
      aria-label={label}
      value={shown === null ? null : Math.round(shown * 100)}
      getValueLabel={() => format.share(share ?? 0)}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <Radix.Indicator
        className={clsx(
          'h-full rounded-full transition-[width] duration-150',
          TONES[share !== null && share > 1 ? 'danger' : tone],
          shown === null && 'w-1/3 animate-pulse',
        )}
        style={shown === null ? undefined : { width: `${shown * 100}%` }}
      />
    </Radix.Root>
  );
}
