import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Send } from 'lucide-react';
import { TimesheetSubmitDocument } from './timesheet-submit.generated.js';
import type { TimesheetWeekFragment } from './timesheet-week.generated.js';

type Week = Pick<TimesheetWeekFragment, 'week' | 'viewerCanSubmit'>;

/** Hands in every draft of a week. */
export const submitWeek: Action<Week> = {
  id: 'timesheet.submit',
  labelKey: 'time:submit.action',
  icon: Send,
  isAllowed: ({ viewerCanSubmit }) => viewerCanSubmit,
  async perform({ week }, { graph }) {
    const { timesheetSubmit } = await mutate(graph, TimesheetSubmitDocument, { input: { week } });
    return timesheetSubmit.errors;
  },
  doneKey: 'time:submit.done',
};
