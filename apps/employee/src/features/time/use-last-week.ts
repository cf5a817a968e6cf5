import { useScreen } from '@nexus/ui/graph/use-screen';
import { type IsoWeek, shiftWeek } from './iso-week.js';
import { sheetEntry, type Work, workKey } from './sheet.js';
import { TimesheetOfWeekDocument } from './timesheet-of-week.generated.js';

/** What the viewer worked on in the week before. */
export function useLastWeek(week: IsoWeek): readonly Work[] {
  const { data } = useScreen(TimesheetOfWeekDocument, { week: shiftWeek(week, -1) });
  const entries = (data?.timesheet?.entries ?? []).map(sheetEntry);
  const works = entries.filter((entry) => entry !== undefined).map(({ work }) => work);
  return [...new Map(works.map((work) => [workKey(work), work])).values()];
}
