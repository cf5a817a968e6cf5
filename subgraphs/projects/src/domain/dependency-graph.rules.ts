import type { DependencyKind } from '../../events.d.ts';

export interface Progress {
  readonly started: boolean;
  readonly completed: boolean;
}

/** Whether a predecessor still keeps its successor from starting. */
export function holdsStart(kind: DependencyKind, predecessor: Progress): boolean {
  if (predecessor.completed) return false;
  return kind === 'FINISH_TO_START' || (kind === 'START_TO_START' && !predecessor.started);
}

/** Whether a predecessor still keeps its successor from being completed. */
export function holdsFinish(kind: DependencyKind, predecessor: Progress): boolean {
  if (predecessor.completed) return false;
  switch (kind) {
    case 'FINISH_TO_START':
    case 'FINISH_TO_FINISH':
      return true;
    case 'START_TO_START':
    case 'START_TO_FINISH':
      return !predecessor.started;
    default:
      return kind satisfies never;
  }
}
