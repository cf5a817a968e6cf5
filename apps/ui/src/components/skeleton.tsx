import { clsx } from 'clsx';

interface SkeletonProps {
  /** Size and place, by utilities: `h-4 w-32`. */
  readonly className?: string;
  readonly isRound?: boolean;
}

/** The shape of what is still to come. A busy region around it (`SkeletonGroup`) says so in words. */
export function Skeleton({ className, isRound = false }: SkeletonProps) {
  return (
    <span
      aria-hidden
      className={clsx(
        'block animate-pulse bg-line',
        isRound ? 'rounded-full' : 'rounded-small',
        className ?? 'h-4 w-full',
      )}
    />
  );
}
