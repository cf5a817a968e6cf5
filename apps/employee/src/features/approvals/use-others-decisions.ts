import { say } from '@nexus/ui/actions/say';
import { useViewer } from '@nexus/ui/session/viewer';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeApprovalsChangedSubscription } from './time-approvals-changed.generated.js';

type Event = TimeApprovalsChangedSubscription['timeApprovalsChanged'];

/** Many entries decided at once are told as one. */
const TOGETHER_MS = 400;

const KEYS: Readonly<Record<string, 'others.approved' | 'others.rejected'>> = {
  TimeEntryApproved: 'others.approved',
  TimeEntryRejected: 'others.rejected',
};

/** Says why lines leave the queue that somebody else has decided about. */
export function useOthersDecisions(): (event: Event) => void {
  const { t } = useTranslation('approvals');
  const { user } = useViewer();
  const counts = useRef(new Map<string, number>());
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  return useCallback(
    ({ kind, actor, node }) => {
      const key = KEYS[kind];
      if (!key || actor.id === user.id || !node?.user) return;
      const group = `${key} ${node.user.name}`;
      counts.current.set(group, (counts.current.get(group) ?? 0) + 1);
      clearTimeout(later.current);
      later.current = setTimeout(() => {
        for (const [told, count] of counts.current) {
          const [which = '', ...name] = told.split(' ');
          say({ title: t(which as 'others.approved', { count, name: name.join(' ') }) });
        }
        counts.current.clear();
      }, TOGETHER_MS);
    },
    [t, user.id],
  );
}
