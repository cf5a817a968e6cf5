import { clsx } from 'clsx';
import { TrendingDown, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Skeleton } from './skeleton.js';

interface StatTileProps {
  readonly label: string;
  /** Formatted; undefined while it loads. */
  readonly value: ReactNode;
  /** What it is measured against, in words. */
  readonly hint?: ReactNode;
  /** Against the time before, in words; good or bad is not the same as up or down. */
  readonly change?: {
    readonly text: string;
    readonly isUp: boolean;
    readonly isGood: boolean;
  };
  readonly isLoading?: boolean;
}

/** One number that matters. Several stand in a `<dl>`: `StatTiles`. */
export function StatTile({ label, value, hint, change, isLoading = false }: StatTileProps) {
  const Trend = change?.isUp ? TrendingUp : TrendingDown;
  return (
    <div className="grid min-w-0 content-start gap-1 bg-surface p-4">
      <dt className="truncate text-small text-muted">{label}</dt>
      <dd className="grid gap-1">
        {isLoading ? (
          <Skeleton className="my-1 h-6 w-24" />
        ) : (
          <span className="tabular truncate text-title font-semibold tracking-tight">{value}</span>
        )}
        {change && (
          <span
            className={clsx(
              'flex items-center gap-1 text-small',
              change.isGood ? 'text-success' : 'text-danger',
            )}
          >
            <Trend aria-hidden className="shrink-0" size={14} />
            {change.text}
          </span>
        )}
        {hint && <span className="text-small text-muted">{hint}</span>}
      </dd>
    </div>
  );
}

/** Tiles side by side, as many as there is room for. */
export function StatTiles({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-px overflow-clip rounded-large border border-line bg-line max-sm:[&>:last-child:nth-child(odd)]:col-span-full">
      {children}
    </dl>
  );
}
