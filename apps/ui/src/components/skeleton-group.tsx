import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from './skeleton.js';

interface SkeletonGroupProps {
  /** Lines to show when no shapes are given. */
  readonly lines?: number;
  readonly children?: ReactNode;
}

/** Skeletons of one region, announced once as loading. */
export function SkeletonGroup({ lines = 3, children }: SkeletonGroupProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="status" aria-busy className="grid gap-3">
      <span className="sr-only">{t('loading')}</span>
      {children ??
        Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike
          <Skeleton key={line} className={line === lines - 1 ? 'h-4 w-2/3' : 'h-4 w-full'} />
        ))}
    </div>
  );
}
