import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { formatDuration } from '@nexus/ui/components/duration';
import { Notice } from '@nexus/ui/components/notice';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from './sheet.js';
import { submitWeek } from './submit-week.js';
import { type Summary, summaryOf } from './summary.js';
import type { TimesheetWeekFragment } from './timesheet-week.generated.js';

interface SubmitDialogProps {
  readonly sheet: Sheet;
  readonly week: TimesheetWeekFragment;
  readonly onClose: () => void;
}

/** What is about to be handed in, before it is. */
export function SubmitDialog({ sheet, week, onClose }: SubmitDialogProps) {
  const { t } = useTranslation('time');
  const context = useActionContext();
  const [isBusy, setBusy] = useState(false);
  const summary = summaryOf(sheet);
  const submit = async () => {
    setBusy(true);
    await runAction(submitWeek, week, context);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('submit.title', { number: Number(week.week.slice(-2)) })}
      description={t('submit.description')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('submit.cancel')}
          </Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            disabled={summary.waiting > 0 || summary.drafts === 0}
            onClick={() => void submit()}
          >
            {t('submit.confirm')}
          </Button>
        </>
      }
    >
      <SubmitSummary summary={summary} />
    </Dialog>
  );
}

function SubmitSummary({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('time');
  return (
    <div className="grid gap-3">
      <table className="w-full text-left">
        <thead className="border-b border-line text-small text-muted">
          <tr>
            <th scope="col" className="py-1 font-medium">
              {t('submit.project')}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t('submit.hours')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {summary.projects.map(({ id, name, minutes }) => (
            <tr key={id}>
              <td className="py-1.5">{name}</td>
              <td className="tabular py-1.5 text-right">{formatDuration(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tabular flex flex-wrap gap-x-4">
        <strong>{t('summary.total', { hours: formatDuration(summary.minutes) })}</strong>
        <span className="text-muted">
          {t('summary.billable', { hours: formatDuration(summary.billable) })}
        </span>
        <span className="text-muted">{t('submit.drafts', { count: summary.drafts })}</span>
      </p>
      {summary.waiting > 0 && <Notice tone="warning">{t('submit.waiting')}</Notice>}
      {summary.rejected > 0 && <Notice tone="warning">{t('submit.rejected')}</Notice>}
    </div>
  );
}
