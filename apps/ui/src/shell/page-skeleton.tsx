import { Skeleton } from '../components/skeleton.js';
import { SkeletonGroup } from '../components/skeleton-group.js';

/** A page of which nothing is known yet, in its outlines. */
export function PageSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton className="mb-4 h-7 w-48" />
      {ROWS.map((width) => (
        <Skeleton key={width} className={`h-row ${width}`} />
      ))}
    </SkeletonGroup>
  );
}

const ROWS = ['w-full', 'w-11/12', 'w-10/12', 'w-9/12'];
