import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { RotateCw, SkipForward } from 'lucide-react';
import type { ParkedLineFragment } from './parked-line.generated.js';
import { ParkedReplayDocument } from './parked-replay.generated.js';
import { ParkedSkipDocument } from './parked-skip.generated.js';

/** Tries an event again, and all that waits behind it, in order. */
export const replayParked: Action<ParkedLineFragment> = {
  id: 'parked.replay',
  labelKey: 'health:parked.replay',
  icon: RotateCw,
  isAllowed: ({ viewerCanReplay }) => viewerCanReplay,
  doneKey: 'health:parked.replayed',
  async perform({ id }, { graph }) {
    const { parkedEventReplay } = await mutate(graph, ParkedReplayDocument, { input: { id } });
    return parkedEventReplay.errors;
  },
};

/** An event to be given up, and why: whoever reads the audit trail will ask. */
export interface Skipping {
  readonly event: ParkedLineFragment;
  readonly reason: string;
}

export const skipParked: Action<Skipping> = {
  id: 'parked.skip',
  labelKey: 'health:parked.skip',
  icon: SkipForward,
  isAllowed: ({ event }) => event.viewerCanSkip,
  async perform({ event: { id }, reason }, { graph }) {
    const { parkedEventSkip } = await mutate(graph, ParkedSkipDocument, { input: { id, reason } });
    return parkedEventSkip.errors;
  },
};
