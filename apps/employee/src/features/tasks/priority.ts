import type { Tone } from '@nexus/ui/components/badge';
import type { TaskCardFragment } from './board/task-card.generated.js';

/** How loudly a priority is said. */
export const PRIORITY_TONES: Record<TaskCardFragment['priority'], Tone> = {
  URGENT: 'danger',
  HIGH: 'warning',
  MEDIUM: 'neutral',
  LOW: 'neutral',
};
