import { useViewer } from '@nexus/ui/session/viewer';
import { useCallback, useEffect, useState } from 'react';
import type { IsoWeek } from './iso-week.js';
import { type Work, workKey } from './sheet.js';

const PREFIX = 'nexus:time-rows:';
const NOTHING: readonly Work[] = [];

/** The works that were given a row in a week, kept by this browser: an empty row is nothing that the graph knows. */
export function useAddedWorks(week: IsoWeek): readonly [readonly Work[], (work: Work) => void] {
  const { user } = useViewer();
  const place = `${PREFIX}${user.id}:${week}`;
  const [kept, setKept] = useState<{ place: string; works: readonly Work[] }>();
  const works = kept?.place === place ? kept.works : NOTHING;
  useEffect(() => setKept({ place, works: readWorks(localStorage.getItem(place)) }), [place]);
  const add = useCallback(
    (work: Work) => {
      const present = readWorks(localStorage.getItem(place));
      if (present.some((one) => workKey(one) === workKey(work))) return;
      const next = [...present, work];
      localStorage.setItem(place, JSON.stringify(next));
      setKept({ place, works: next });
    },
    [place],
  );
  return [works, add];
}

function readWorks(text: string | null): readonly Work[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? (value as Work[]) : NOTHING;
  } catch {
    return NOTHING;
  }
}
