import type { ReactNode } from 'react';

/** What a file of `stories/` exports: one component in all its states. */
export interface Story {
  readonly title: string;
  readonly states: readonly StoryState[];
}

interface StoryState {
  readonly name: string;
  /** A component of its own: it may use hooks. */
  readonly Show: () => ReactNode;
  /** It takes the whole width. */
  readonly isWide?: boolean;
}
