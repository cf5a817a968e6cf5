import { idempotencyKey } from '@nexus/sdk';
import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Play, Square } from 'lucide-react';
import type { Work } from './sheet.js';
import { TimerStartDocument } from './timer-start.generated.js';
import { TimerStopDocument } from './timer-stop.generated.js';

/** Begins to measure a work; what runs is stopped and written down. What can be chosen at all, the graph has said. */
export const startTimer: Action<Work> = {
  id: 'timer.start',
  labelKey: 'time:timer.start',
  icon: Play,
  isAllowed: () => true,
  async perform({ projectId, task }, { graph }) {
    const input = { projectId, ...(task && { taskId: task.id }), idempotencyKey: idempotencyKey() };
    return (await mutate(graph, TimerStartDocument, { input })).timerStart.errors;
  },
};

export const stopTimer: Action<{ readonly running: boolean }> = {
  id: 'timer.stop',
  labelKey: 'time:timer.stop',
  icon: Square,
  isAllowed: ({ running }) => running,
  async perform(_timer, { graph }) {
    const input = { idempotencyKey: idempotencyKey() };
    return (await mutate(graph, TimerStopDocument, { input })).timerStop.errors;
  },
  doneKey: 'time:timer.stopped',
};
