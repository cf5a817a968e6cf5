import { todayIn } from '@nexus/ui/components/iso-date';
import { preload } from '@nexus/ui/graph/ask';
import { timeZoneOf } from '@nexus/ui/session/viewer';
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { isWeek, weekOf } from '../features/time/iso-week.js';
import { TimesheetOfWeekDocument } from '../features/time/timesheet-of-week.generated.js';
import { rootRoute } from './root.js';

/** The present week, where its reader is. */
export const timeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/time',
  beforeLoad: ({ context: { viewer } }) => {
    const week = weekOf(todayIn(timeZoneOf(viewer)));
    throw redirect({ to: '/time/$week', params: { week }, replace: true });
  },
});

export const timesheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/time/$week',
  beforeLoad: ({ params: { week } }) => {
    if (!isWeek(week)) throw notFound();
  },
  loader: ({ context: { graph }, params: { week } }) =>
    preload(graph, TimesheetOfWeekDocument, { week }),
  component: lazyRouteComponent(
    () => import('../features/time/timesheet-page.js'),
    'TimesheetPage',
  ),
});
