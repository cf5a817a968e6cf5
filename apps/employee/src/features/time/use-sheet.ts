import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useOutbox } from '@nexus/ui/offline/outbox-context';
import { useViewer } from '@nexus/ui/session/viewer';
import { useMemo } from 'react';
import { daysOf, type IsoWeek } from './iso-week.js';
import { MyTimeChangedDocument } from './my-time-changed.generated.js';
import { buildSheet, type Sheet, sheetEntry, type Work } from './sheet.js';
import { TimesheetOfWeekDocument } from './timesheet-of-week.generated.js';
import type { TimesheetWeekFragment } from './timesheet-week.generated.js';
import { useAddedWorks } from './use-added-works.js';
import { withWaiting } from './waiting-entries.js';

export interface OpenSheet {
  readonly sheet: Sheet;
  /** As the graph knows the week; null while nothing of it does. */
  readonly known: TimesheetWeekFragment | null;
  readonly canLog: boolean;
  /** Gives a work a row of its own. */
  readonly add: (work: Work) => void;
}

const ONCE = [{}];

/** A week of the viewer's, with what they have just changed, and following what happens to it elsewhere. */
export function useSheet(week: IsoWeek): OpenSheet | undefined {
  const { canLogTime: canLog } = useViewer();
  const { data, refresh, since } = useScreen(TimesheetOfWeekDocument, { week });
  const items = useOutbox();
  const [added, add] = useAddedWorks(week);
  // Without a node an entry is gone, or a whole week was handed in: the rest of it is asked for.
  useLive(MyTimeChangedDocument, ONCE, since, ({ myTimeChanged }) => {
    if (!myTimeChanged.node) refresh();
  });
  return useMemo(() => {
    if (!data) return undefined;
    const known = data.timesheet;
    const entries = (known?.entries ?? []).map(sheetEntry).filter((entry) => entry !== undefined);
    const days = daysOf(week);
    const all = withWaiting(entries, items, added).filter(({ date }) => days.includes(date));
    return { sheet: buildSheet(days, all, added), known, canLog, add };
  }, [data, items, added, add, week, canLog]);
}
