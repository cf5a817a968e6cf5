import { FROM_NOW_ON } from '@nexus/ui/graph/places';
import { useLive } from '@nexus/ui/graph/use-live';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { BoardBeatDocument } from './board-beat.generated.js';
import { BoardViewersDocument, type BoardViewersSubscription } from './board-viewers.generated.js';

export type BoardViewer = BoardViewersSubscription['boardPresence']['viewers'][number];

/** The graph asks for a sign of life that often. */
const BEAT_MS = 10_000;

export interface Presence {
  readonly viewers: readonly BoardViewer[];
  /** Tells the others which card is in the viewer's hand; null for none. */
  readonly tell: (taskId: string | null) => void;
}

/** Who else looks at a board, and tells them that the viewer does. @param isTold false: only looks, as a client */
export function usePresence(projectId: string, isTold: boolean): Presence {
  const graph = useClient();
  const [viewers, setViewers] = useState<readonly BoardViewer[]>([]);
  const held = useRef<string | null>(null);
  useLive(BoardViewersDocument, isTold ? [{ projectId }] : [], FROM_NOW_ON, ({ boardPresence }) =>
    setViewers(boardPresence.viewers),
  );
  const beat = useMemo(() => {
    const windowId = crypto.randomUUID();
    // One that is lost comes again in seconds: nobody is told of it.
    return (more: { readonly left?: boolean }) =>
      void graph
        .mutation(BoardBeatDocument, {
          input: { projectId, windowId, taskId: held.current, left: false, ...more },
        })
        .toPromise();
  }, [graph, projectId]);
  useEffect(() => {
    if (!isTold) return;
    beat({});
    const timer = setInterval(() => beat({}), BEAT_MS);
    return () => {
      clearInterval(timer);
      held.current = null;
      beat({ left: true });
    };
  }, [beat, isTold]);
  const tell = useMemo(
    () => (taskId: string | null) => {
      if (!isTold || held.current === taskId) return;
      held.current = taskId;
      beat({});
    },
    [beat, isTold],
  );
  return { viewers, tell };
}
