import type { Command } from '@nexus/ui/actions/action';
import { useOffer } from '@nexus/ui/actions/use-commands';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoWeek } from './iso-week.js';
import { submitWeek } from './submit-week.js';
import { TimesheetBody } from './timesheet-body.js';
import { TimesheetHeader } from './timesheet-header.js';
import { useCellWriter } from './use-cell-writer.js';
import { useSheet } from './use-sheet.js';

const loadDetails = () => import('./cell-details.js');
const loadSubmit = () => import('./submit-dialog.js');
const CellDetails = lazy(() => loadDetails().then((loaded) => ({ default: loaded.CellDetails })));
const SubmitDialog = lazy(() => loadSubmit().then((loaded) => ({ default: loaded.SubmitDialog })));

const route = getRouteApi('/time/$week');

/** A week of the viewer's own time. */
export function TimesheetPage() {
  const { week } = route.useParams();
  const { t } = useTranslation('time');
  usePageTitle(t('title'));
  return <TimesheetOf key={week} week={week} />;
}

/** Where a drawer was opened; the cell itself is read anew, because it changes meanwhile. */
interface OpenCell {
  readonly row: string;
  readonly cell: string;
}

function TimesheetOf({ week }: { readonly week: IsoWeek }) {
  const opened = useSheet(week);
  const writer = useCellWriter();
  const [isSubmitting, setSubmitting] = useState(false);
  const [open, setOpen] = useState<OpenCell>();
  const known = opened?.known;
  const canSubmit = known ? submitWeek.isAllowed(known) : false;
  useOffer(
    useMemo<Command[]>(() => {
      const { id, labelKey, icon } = submitWeek;
      return canSubmit ? [{ id, labelKey, icon, run: () => setSubmitting(true) }] : [];
    }, [canSubmit]),
  );
  // Not needed for the first paint, but there when it is wanted, without a network too.
  useEffect(() => void Promise.all([loadDetails(), loadSubmit()]), []);
  const row = opened?.sheet.rows.find(({ key }) => key === open?.row);
  const cell = row?.cells.find(({ key }) => key === open?.cell);
  return (
    <>
      <TimesheetHeader
        week={week}
        opened={opened}
        onSubmit={canSubmit ? () => setSubmitting(true) : undefined}
      />
      {opened ? (
        <TimesheetBody
          week={week}
          opened={opened}
          writer={writer}
          onOpen={(of, at) => setOpen({ row: of.key, cell: at.key })}
        />
      ) : (
        <PageSkeleton />
      )}
      <Suspense>
        {isSubmitting && opened && known && (
          <SubmitDialog sheet={opened.sheet} week={known} onClose={() => setSubmitting(false)} />
        )}
        {opened && row && cell && (
          <CellDetails
            key={cell.key}
            row={row}
            cell={cell}
            canWrite={opened.canLog}
            writer={writer}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
