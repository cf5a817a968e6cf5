import { Button } from '@nexus/ui/components/button';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovalBar } from './approval-bar.js';
import { ApprovalGroupList } from './approval-group-list.js';
import { EmptyQueue } from './empty-queue.js';
import { useChoice } from './use-choice.js';
import { useQueueCommands } from './use-queue-commands.js';
import { type ApprovalEntry, type ApprovalSearch, groupWaiting } from './waiting.js';

const loadDialog = () => import('./reject-dialog.js');
const RejectDialog = lazy(() => loadDialog().then((loaded) => ({ default: loaded.RejectDialog })));

interface ApprovalQueueProps {
  readonly entries: readonly ApprovalEntry[];
  readonly search: ApprovalSearch;
  readonly onMore: (() => void) | undefined;
  /** Shows everything again. */
  readonly onClear: () => void;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Entries by person and week, to be chosen by mouse and keyboard and decided about. */
export function ApprovalQueue({ entries, search, onMore, onClear }: ApprovalQueueProps) {
  const { t } = useTranslation('approvals');
  const groups = groupWaiting(entries);
  const sorted = groups.flatMap((group) => group.entries);
  const choice = useChoice(sorted.map(({ id }) => id));
  const [refused, setRefused] = useState(NOTHING);
  const [rejecting, setRejecting] = useState<readonly ApprovalEntry[]>();
  const { at } = choice;
  const chosen = sorted.filter(({ id }) => choice.ids.has(id));
  const subject = chosen.length > 0 ? chosen : sorted.filter(({ id }) => id === at);
  const commands = useQueueCommands({
    choice,
    subject,
    onRefused: setRefused,
    onReject: () => setRejecting(subject),
  });

  // Not needed for the first paint, but there when it is wanted.
  useEffect(() => void loadDialog(), []);
  useEffect(() => {
    if (at) document.getElementById(`approval-${at}`)?.focus();
  }, [at]);

  if (entries.length === 0) {
    const isNarrowed = Boolean(search.person ?? search.project);
    return (
      <EmptyQueue
        isNarrowed={isNarrowed}
        isApproved={search.show === 'approved'}
        onClear={onClear}
      />
    );
  }
  return (
    <div className="grid gap-4 pb-20">
      {groups.map((group) => (
        <ApprovalGroupList key={group.key} group={group} choice={choice} refused={refused} />
      ))}
      {onMore && (
        <Button className="justify-self-center" onClick={onMore}>
          {t('more')}
        </Button>
      )}
      <ApprovalBar
        entries={subject}
        count={chosen.length}
        commands={commands}
        onClear={choice.clear}
      />
      {rejecting && (
        <Suspense>
          <RejectDialog
            entries={rejecting}
            onRefused={setRefused}
            onClose={() => setRejecting(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
