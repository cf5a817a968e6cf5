import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { ApprovedTimeDocument } from './approved-time.generated.js';
import { TimeApprovalsChangedDocument } from './time-approvals-changed.generated.js';
import { useOthersDecisions } from './use-others-decisions.js';
import type { ApprovalEntry, ApprovalSearch } from './waiting.js';
import { WaitingTimeDocument } from './waiting-time.generated.js';

export interface Queue {
  readonly entries: readonly ApprovalEntry[];
  /** Undefined where these are all. */
  readonly onMore: (() => void) | undefined;
}

const ONCE = [{}];
/** So many are fetched by themselves: a week of a large team; the rest when somebody asks for it. */
const BY_ITSELF = 500;

/** What waits for the viewer, or what they could take back, following what others decide. */
export function useQueue({ show }: ApprovalSearch): Queue | undefined {
  const [after, setAfter] = useState<string | null>(null);
  const variables = after === null ? {} : { after };
  const isApproved = show === 'approved';
  const waiting = useScreen(WaitingTimeDocument, variables, { isPaused: isApproved });
  const approved = useScreen(ApprovedTimeDocument, variables, {
    isPaused: !isApproved,
    policy: 'cache-and-network',
  });
  const graph = useClient();
  const pages = useRef(new Set<string | null>());
  pages.current.add(after);
  const tellOfOthers = useOthersDecisions();
  const told = isApproved ? approved.data?.timeEntries : waiting.data?.timeApprovals;
  const { since } = isApproved ? approved : waiting;
  // While a further page comes, those that are there stay.
  const kept = useRef(told);
  kept.current = told ?? kept.current;
  const connection = kept.current;
  const all = (connection?.nodes ?? []).filter((entry) => entry !== null);
  const { hasNextPage = false, endCursor } = connection?.pageInfo ?? {};
  const known = new Set(all.map(({ id }) => id));

  useLive(TimeApprovalsChangedDocument, ONCE, since, ({ timeApprovalsChanged: event }) => {
    tellOfOthers(event);
    // What is decided says so itself, by the cache; what is new in the queue is asked for.
    const isNew = event.node?.entries.some(
      ({ id, status, viewerCanApprove }) =>
        status === 'SUBMITTED' && viewerCanApprove && !known.has(id),
    );
    if (!isNew || isApproved) return;
    for (const page of pages.current) {
      const of = page === null ? {} : { after: page };
      void graph.query(WaitingTimeDocument, of, { requestPolicy: 'network-only' }).toPromise();
    }
  });

  useEffect(() => {
    if (hasNextPage && endCursor && all.length < BY_ITSELF) setAfter(endCursor);
  }, [hasNextPage, endCursor, all.length]);

  if (!connection) return undefined;
  return {
    entries: all.filter(({ viewerCanApprove, viewerCanUnapprove }) =>
      isApproved ? viewerCanUnapprove : viewerCanApprove,
    ),
    onMore: hasNextPage && endCursor ? () => setAfter(endCursor) : undefined,
  };
}
